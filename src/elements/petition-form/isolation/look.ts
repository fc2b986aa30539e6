import type {ThemeMessage} from '../../../contract/frame-message.js';

/** How the page looks where the frame stands: see the frame's style, which has it all computed. */
export const lookOf = (frame: HTMLIFrameElement, language: string): ThemeMessage => {
  const {outlineColor, caretColor, columnRuleColor, textDecorationColor, rowGap, color, fontFamily, fontSize} = getComputedStyle(frame);
  return {
    type: 'sphere:theme',
    theme: outlineColor === 'rgb(0, 0, 0)' ? 'dark' : 'light',
    accent: caretColor,
    onAccent: columnRuleColor,
    danger: textDecorationColor,
    radius: rowGap,
    color,
    font: fontFamily,
    size: fontSize,
    language,
  };
};
