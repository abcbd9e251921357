/** A count in words: `#` stands for the number. Forms as Intl.PluralRules names them. */
export function plural(
  language: string,
  n: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  const form = forms[new Intl.PluralRules(language).select(n)] ?? forms.other;
  return form.replace('#', new Intl.NumberFormat(language).format(n));
}
