/** Millionths of a dollar per million tokens. */
export interface TokenPrices {
  inputPriceMicros: number;
  outputPriceMicros: number;
}

const tokensPerPrice = 1_000_000;

/**
 * Tokens of a text where nobody counted them: bytes divided by four for plain English, by three to stay on the safe side
 * with other languages, numbers and markup.
 */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text, "utf8") / 3);
}

/** Cost in millionths of a dollar, rounded up; 0 where the price is not known. */
export function costMicros(prices: TokenPrices | null, tokens: { input: number; output: number }): number {
  if (!prices) return 0;
  return Math.ceil(
    (tokens.input * prices.inputPriceMicros + tokens.output * prices.outputPriceMicros) / tokensPerPrice,
  );
}
