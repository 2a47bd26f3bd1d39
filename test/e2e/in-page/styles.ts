/**
 * Styles that the page had to make itself, and classes of Griffel's without a rule, one line each. Runs in the page:
 * it is sent there as text, so that it uses nothing from outside.
 */
export function styleFaults(): string[] {
  const made = document.querySelectorAll('style[data-make-styles-bucket]');
  const faults = [...made].map((style) => `made in the page: ${style.outerHTML}`);
  const selectors: string[] = [];
  const collect = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule) selectors.push(rule.selectorText);
      if (rule instanceof CSSGroupingRule) collect(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) collect(sheet.cssRules);
  const known = new Set(selectors.join().match(/[\w-]+/g));
  const used = [...document.querySelectorAll('body *')].flatMap((each) => [...each.classList]);
  // Griffel's names: a letter and a hash.
  for (const name of new Set(used.filter((each) => /^[fr][0-9a-z]{5,7}$/.test(each)))) {
    if (!known.has(name)) faults.push(`no rule for: ${name}`);
  }
  return faults;
}
