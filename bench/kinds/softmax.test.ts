import { expect, test } from "vitest";
import { answerOf, fitSoftmax } from "./softmax";

const example = (label: string, ...names: string[]) => ({
  label,
  features: new Map([["always", 1], ...names.map((name): [string, number] => [name, 1])]),
});

test("learns which features speak for which label", () => {
  const examples = [
    example("price", "rate", "the"),
    example("price", "invoice", "the"),
    example("staff", "resume", "the"),
    example("staff", "resume", "team"),
    example("staff", "team"),
  ];
  const model = fitSoftmax(examples, () => true, { penalty: 0.1 });
  expect(model.labels).toEqual(["price", "staff"]);
  expect(examples.map(({ features }) => answerOf(model, features))).toEqual([
    "price",
    "price",
    "staff",
    "staff",
    "staff",
  ]);
  expect(
    answerOf(
      model,
      new Map([
        ["always", 1],
        ["rate", 1],
        ["invoice", 1],
      ]),
    ),
  ).toBe("price");
});

test("says the commoner label where it knows no feature, and learns none that it is not to keep", () => {
  const examples = [example("staff", "secret"), example("staff"), example("price")];
  const model = fitSoftmax(examples, (name) => name !== "secret");
  expect(model.weights.has("secret")).toBe(false);
  expect(answerOf(model, new Map([["always", 1]]))).toBe("staff");
});

test("a penalty keeps weights small", () => {
  const largest = (penalty: number) =>
    Math.max(
      ...[...fitSoftmax([example("a", "x"), example("b", "y")], () => true, { penalty }).weights.values()]
        .flat()
        .map(Math.abs),
    );
  expect(largest(10)).toBeLessThan(largest(0.1));
});

test("what was learned before stays where nothing new is said of it", () => {
  const before = fitSoftmax(
    [example("price", "rate"), example("price", "rate"), example("staff", "resume"), example("staff", "resume")],
    () => true,
    { penalty: 0.1 },
  );
  const after = fitSoftmax([example("legal", "clause"), example("legal", "clause")], () => true, {
    penalty: 0.1,
    from: before,
  });
  expect(after.labels).toEqual(["legal", "price", "staff"]);
  const answers = ["rate", "resume", "clause"].map((word) => answerOf(after, new Map([[word, 1]])));
  expect(answers).toEqual(["price", "staff", "legal"]);
});
