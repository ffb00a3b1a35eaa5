/** Prices, payment, taxes, travel, budgets. */
export const money = `
cost, price, how expensive, what does it cost, what to charge, charge, fee, tariff > price, pricing, cost, rate, fee, charge, quoted price
budget, how much money is there, money available, money set aside, purse, ready to pay, willing to pay, most they pay, the most that can be spent, be spent, can spend, spend, spent, what can they spend, spend at most, spending limit, upper limit of money, highest amount, cap, top price > ceiling, not to exceed, budget, nte, maximum, estimated value, funding, ceiling price, estimate, not-to-exceed, pay up to, obligated, maximum value, total value, contract value
guess of the cost, their own estimate, expected value, worth, how big is the job in money > estimated value, independent government cost estimate, igce, estimate, estimated cost, anticipated value, magnitude, government estimate
hourly price, price per hour, what per hour, wage rates, day rate, rate per person > labor rate, hourly rate, labor category, rates, loaded rate, fully burdened, labor rates, daily rate, rate card, schedule rates
cheaper, discount, price cut, rebate, lower price, money off, reduce our price, knock off > discount, discounts, discounted, reduction, price reduction, rebate, prompt payment discount, volume discount, discounted rate
break down, split the price, single prices, per item, list of costs, price for each, details of the price, itemise > breakdown, itemized, line item, clin, per item, detail, unit price, labor mix, level of effort, cost elements, contract line item
raise prices, higher prices later, prices go up, inflation, price change later, adjust prices, rise in price > escalation, economic price adjustment, price adjustment, increase, indexation, price revision, escalated, adjustment
everything in the price, all in, included in price, extra charges, hidden costs, on top, additional costs > inclusive, fully burdened, included in the price, no additional cost, all-inclusive, separately, additional charge, overhead, profit, indirect costs
side costs, other costs, extras, expenses, out of pocket, spend on tools, licenses and tools, materials > other direct costs, odc, odcs, materials, expenses, reimbursable, incidental, other direct cost, material
bill, send a bill, invoice, get our money, ask for payment, billing > invoice, invoicing, billing, payment request, submit invoices, proper invoice, invoices
when do we get paid, pay day, get paid, how soon paid, wait for money, payment time, money arrives > payment, net 30, prompt payment, payment terms, days after receipt, paid, payable, invoice, receipt of invoice
how often bill, how often paid, billing rhythm > monthly, invoice, invoices, billing, payment schedule, progress payments, per sprint
what must be on the bill, details on the bill, bill must show > proper invoice, invoice number, invoice shall include, invoice must include, itemized, invoices shall
where to send the bill, bill address, who gets the bill > invoice, submitted to, billing address, ipp, invoice processing, finance, webvendor, payment office
money in advance, paid up front, first payment, deposit, down payment, prepay, starting money > advance payment, deposit, prepayment, upfront, initial payment, mobilization, progress payments, milestone payments
part payment, step by step payment, pay at stages, instalments, milestones > progress payments, milestone payments, milestone, partial payment, interim payment, installments
keep back money, hold back pay, not pay, refuse to pay > withhold, withholding, retainage, retention, reject invoice, not be paid, disallowed, nonpayment
bonus, extra money for good work, reward, premium > incentive, award fee, bonus, incentive fee
tax, vat, sales tax, customs, duty > tax, vat, sales tax, tax exempt, duties, exclusive of taxes, taxes
trips, travel, journeys, travelling, trip, fly, flight, hotel, mileage, on the road, ride > travel, per diem, travel costs, federal travel regulation, lodging, trips, joint travel regulations, traveling, travel expenses, local travel, mileage, ftr
who pays travel, pay for trips, get trip money back, money for trips, plan money for trips > travel, reimbursed, travel expenses, reimbursement, per diem, travel will be, not reimburse, travel costs
bear the cost, bears the cost, bears the expense, bear the expense, carries the cost, carry the cost > at no cost, own expense, no additional cost, no extra cost, borne by, expense of, responsible for
get money back, paid back, refund, repaid, covered > reimburse, reimbursed, reimbursement, reimbursable, refund, allowable, compensated
who pays, at whose expense, whose pocket, whose cost, on whom falls the cost, foot the bill, for free, without extra pay, at no charge > at no cost, own expense, no additional cost, expense of, bear, cost to the government, responsible for, contractor's expense, no extra cost, borne
overtime, extra hours, weekend pay, night work > overtime, premium pay, after hours, weekends, holidays, extended hours
hours a year, yearly hours, how many hours, amount of work, effort, size of the work > level of effort, labor hours, annual hours, hours, estimated hours, full-time equivalent, fte, annual labor hours, work effort
busy all year, working all year, whole working year, full time, full-timer, one person for a year, whole position, man year, person year, half time > full-time, full time, fte, full-time equivalent, hours, part-time, half time, productive hours
minimum wage, wages, salaries, pay of workers, what must workers earn > wage determination, service contract act, prevailing wage, minimum wage, davis-bacon, living wage, service contract labor standards, wages
money runs out, used up, spent most, money is nearly gone, near the limit, money left, remaining money > limitation of funds, 75 percent, remaining, exhausted, limitation of cost, funds remaining, expended, burn rate, notify
optional extras price, price the options, also price, price as well > option pricing, optional tasks, options, option prices, evaluation of options, optional
bank, account number, how is money sent, wire, transfer of money > electronic funds transfer, eft, ach, bank, wire, payment by electronic
credit card, card payment > purchase card, credit card, governmentwide commercial purchase card
currency, dollars, euros > currency, us dollars, usd, euro, eur
`;
