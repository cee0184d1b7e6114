// Records how Node.js formats numbers, dates and lists, for the test in crates/core/format/tests.rs:
//
//     node tools/format-data/record-intl.mjs > crates/core/format/intl.tsv
//
// Node.js takes its data from ICU for C++, another implementation of CLDR than the library's.

const locales = ["nl-BE", "fr-BE", "en-GB"];

const plain = [
  0, 1, -1, 7, 40, 999, 1000, -1234, 12345, 1234567, 9007199254740991, 1e15, 1e21, 0.5, -0.5, 1.5, 49.9, 0.1 + 0.2, 1.005,
  1.0005, 2.5, 3.14159, -3.14159, 0.0004, 0.0005, 999.9995, 1234567.891, 1e-7,
];
const some = [0, 1, 7.25, 999.95, 1234.5, -0.05, 1234567.891];
const numberOptions = [
  { useGrouping: false },
  { minimumIntegerDigits: 3 },
  { minimumIntegerDigits: 5 },
  { minimumFractionDigits: 1 },
  { minimumFractionDigits: 4 },
  { maximumFractionDigits: 0 },
  { maximumFractionDigits: 1 },
  { minimumFractionDigits: 2, maximumFractionDigits: 2 },
  { minimumSignificantDigits: 3 },
  { maximumSignificantDigits: 1 },
  { maximumSignificantDigits: 3 },
  { minimumSignificantDigits: 2, maximumSignificantDigits: 4 },
  { maximumFractionDigits: 1, useGrouping: false },
];
const ratios = [0, 0.076, 0.425, 0.499, 0.5, 1, 0.4995, 12.345, -0.074];
const percentOptions = [
  {},
  { maximumFractionDigits: 1 },
  { minimumFractionDigits: 1 },
  { minimumFractionDigits: 2, maximumFractionDigits: 2 },
  { maximumSignificantDigits: 2 },
];

const days = ["2021-05-18", "2015-09-01", "1999-12-31", "2024-02-29", "2000-08-05", "0987-01-03"];
const months = Array.from({ length: 12 }, (_, month) => `2015-${String(month + 1).padStart(2, "0")}`);
const years = ["2014", "0987"];
const yearOptions = [{ year: "numeric" }];
const monthOptions = ["long", "short"].flatMap((month) => [{ month }, { month, year: "numeric" }]);
const dayOptions = [
  { dateStyle: "full" },
  { dateStyle: "long" },
  { dateStyle: "medium" },
  { day: "numeric" },
  { weekday: "long" },
  { weekday: "short" },
  { weekday: "long", day: "numeric" },
  { weekday: "short", day: "numeric" },
  ...["long", "short"].flatMap((month) => [
    { day: "numeric", month },
    { day: "numeric", month, year: "numeric" },
    { weekday: month, day: "numeric", month },
    { weekday: month, day: "numeric", month, year: "numeric" },
  ]),
];

const lists = [[], ["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"], ["iode", "huile"], ["x, y", "z"]];

// The options as they are written in a text.
const written = (options) =>
  Object.entries(options)
    .map(([name, value]) => `, ${name}: ${typeof value === "number" ? value : `"${value}"`}`)
    .join("");
const row = (kind, value, options, format) =>
  console.log([kind, value, written(options), ...locales.map(format)].join("\t"));
const number = (value, options) =>
  row("number", value, options, (locale) => new Intl.NumberFormat(locale, options).format(value));
const date = (value, options) => {
  const [year, month = "01", day = "01"] = value.split("-");
  const instant = new Date(`${year}-${month}-${day}T00:00:00Z`);
  row("date", value, options, (locale) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(instant),
  );
};

console.log(`# Recorded from Node.js ${process.versions.node}: ICU ${process.versions.icu}, CLDR ${process.versions.cldr}.`);
console.log("# Generated: node tools/format-data/record-intl.mjs > crates/core/format/intl.tsv");
console.log(["# kind", "value", "options", ...locales].join("\t"));
for (const value of plain) number(value, {});
for (const options of numberOptions) for (const value of some) number(value, options);
for (const options of percentOptions) for (const value of ratios) number(value, { style: "percent", ...options });
for (const options of dayOptions) for (const value of days) date(value, options);
for (const options of monthOptions) for (const value of months) date(value, options);
for (const options of yearOptions) for (const value of years) date(value, options);
for (const items of lists) row("list", items.join("|"), {}, (locale) => new Intl.ListFormat(locale).format(items));
