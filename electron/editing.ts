import { Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';
import type { Language } from '../src/language.ts';
import { translator } from '../src/texts/index.ts';

/** What the right mouse button offers in a field, or on marked text: a password is often pasted. */
export function offerEditing(contents: WebContents, language: () => Language): void {
  contents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    const t = translator(language());
    const items: MenuItemConstructorOptions[] = [
      { role: 'cut', label: t('common.edit.cut'), enabled: editFlags.canCut, visible: isEditable },
      { role: 'copy', label: t('common.edit.copy'), enabled: editFlags.canCopy },
      {
        role: 'paste',
        label: t('common.edit.paste'),
        enabled: editFlags.canPaste,
        visible: isEditable,
      },
    ];
    if (isEditable || selectionText !== '') Menu.buildFromTemplate(items).popup();
  });
}
