/**
 * What a person would trip over on a page as it is laid out now, one line each. Runs in the page:
 * it is sent there as text, so that it uses nothing from outside.
 */
export function layoutFaults(): string[] {
  const LEAST_TARGET = 44;
  const faults: string[] = [];
  const nameOf = (element: Element) =>
    `<${element.tagName.toLowerCase()}> "${(element.textContent ?? '').trim().slice(0, 60)}"`;
  const boxOf = (element: Element) => element.getBoundingClientRect();
  const isForReaders = (element: Element) => boxOf(element).width <= 1;
  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: false }) &&
    !isForReaders(element);

  // Nothing scrolls sideways.
  for (const element of document.querySelectorAll<HTMLElement>('html, body, body *')) {
    const { overflowX } = getComputedStyle(element);
    const scrolls = overflowX === 'auto' || overflowX === 'scroll' || element.tagName === 'HTML';
    if (scrolls && element.scrollWidth > element.clientWidth + 1) {
      faults.push(`scrolls sideways: ${nameOf(element)}`);
    }
  }

  // No text is cut by a box around it, nor by the window's edge.
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const owner = node.parentElement;
    if (owner === null || (node.textContent ?? '').trim() === '' || !isShown(owner)) continue;
    if (owner.closest('option, style, script') !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const text = range.getBoundingClientRect();
    if (text.left < -1 || text.right > innerWidth + 1)
      faults.push(`off the window: ${nameOf(owner)}`);
    for (let box: Element | null = owner; box !== null; box = box.parentElement) {
      if (isForReaders(box)) break;
      const { overflowX, overflowY } = getComputedStyle(box);
      const edge = boxOf(box);
      const cutsAcross =
        overflowX !== 'visible' && (text.left < edge.left - 1 || text.right > edge.right + 1);
      const hides = overflowY === 'hidden' || overflowY === 'clip';
      const cutsBelow = hides && box !== document.body && text.bottom > edge.bottom + 1;
      if (cutsAcross || cutsBelow) faults.push(`cut text: ${nameOf(owner)}`);
    }
  }

  // Words in a field that nobody has typed into are read whole.
  for (const field of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
    if (field.value === '' && field.scrollWidth > field.clientWidth + 1) {
      faults.push(`cut placeholder: ${field.placeholder}`);
    }
  }

  // Whatever can be pressed is as large as a thumb; a box with its label counts as one.
  const targets = 'button, a[href], input, select, textarea, summary, [role=button], [role=link]';
  const focusable = [...document.querySelectorAll<HTMLElement>(targets)].filter(isShown);
  for (const target of focusable) {
    const own = boxOf(target);
    const isMark = target.matches('[type=checkbox], [type=radio]');
    const labels = isMark ? [...((target as HTMLInputElement).labels ?? [])].map(boxOf) : [];
    const boxes = [own, ...labels];
    const width =
      Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
    const height =
      Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
    // A field's own box, which Fluent draws around it, takes the click too.
    const field = target.matches('input, select') ? target.parentElement : null;
    const around = field === null || isMark ? { width, height } : boxOf(field);
    if (
      Math.max(width, around.width) < LEAST_TARGET - 0.5 ||
      Math.max(height, around.height) < LEAST_TARGET - 0.5
    ) {
      faults.push(
        `small target (${Math.round(width)}x${Math.round(height)}): ${nameOf(target)} ${target.getAttribute('aria-label') ?? ''}`,
      );
    }
  }

  // What gets the keyboard is in sight, and not under something else.
  const before = document.activeElement;
  for (const target of focusable) {
    if (target.matches(':disabled') || target.tabIndex < 0) continue;
    // Asked again of what has the keyboard already, it would not scroll.
    target.blur();
    target.focus();
    const { left, top, width, height } = boxOf(target);
    const [x, y] = [left + Math.min(width / 2, 20), top + Math.min(height / 2, 20)];
    const seen = document.elementFromPoint(x, y);
    const label = target.matches('[type=checkbox], [type=radio]') ? target.parentElement : target;
    if (seen === null || !(label?.contains(seen) || seen.contains(target))) {
      faults.push(
        `hidden when focused: ${nameOf(target)} under ${seen === null ? 'the edge' : nameOf(seen)}`,
      );
    }
  }
  if (before instanceof HTMLElement) before.focus();
  return [...new Set(faults)];
}

/** What still moves although the person asked for less motion. Runs in the page, as above. */
export function motionLeft(): string[] {
  const lasting = (duration: string) =>
    duration.split(',').some((each) => Number.parseFloat(each) > 0.001);
  return [...document.querySelectorAll('body, body *')].flatMap((element) =>
    ['', '::before', '::after'].flatMap((part) => {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(
        element,
        part || null,
      );
      const moves =
        (animationName !== 'none' && lasting(animationDuration)) || lasting(transitionDuration);
      return moves ? [`moves: <${element.tagName.toLowerCase()}>${part}`] : [];
    }),
  );
}
