import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { dropContent, dropPath } from './drop.ts'
import { Workbench } from './workbench.ts'

export const research = resolve(import.meta.dirname, '../../resources/templates/analyst-research-rag.lintel.json')
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export interface BadFile {
  readonly name: string
  readonly content: (design: string) => string | Uint8Array
  /** Place and remedy. */
  readonly says: RegExp
}

export const badFiles: readonly BadFile[] = [
  {
    name: 'truncated.lintel.json',
    content: (design) => design.slice(0, design.length / 2),
    says: /truncated\.lintel\.json cannot be opened\. This file was cut off: it ends on line \d+, in “[^”]+”.*take one of the backups/,
  },
  {
    name: 'picture.lintel.json',
    content: () => png,
    says: /picture\.lintel\.json (is a picture without a drawing in it, so it cannot be a design|is not a text file, so nothing can be read from it)/,
  },
  {
    name: 'settings.json',
    content: () => '{"editor.fontSize": 12}',
    says: /settings\.json cannot be opened\. This is JSON, but no Lintel design: it says no format\. .*Import/,
  },
  {
    name: 'part.json',
    content: () => '{"format": "lintel/clipping", "version": 1}',
    says: /part\.json cannot be opened\. This is a “lintel\/clipping”, a part of a design\. Open a design and paste it there/,
  },
  {
    name: 'old-letters.json',
    content: () => Buffer.from('{\n"summary": {"title": "Café"}}', 'latin1'),
    says: /old-letters\.json cannot be opened: line 2 has letters that are not in UTF-8\. Save it in a text editor/,
  },
  { name: 'empty.lintel.json', content: () => '', says: /This file is empty\. Choose another copy of it/ },
]

export const toasts = (page: Page) => page.locator('.ui-toast-text')
const designName = (page: Page) =>
  new Workbench(page).inspector.getByRole('textbox', { name: 'Design name', exact: true })

/** A design with one step to take back: what nothing that comes from outside may touch. */
export async function openWithHistory(page: Page): Promise<void> {
  await Workbench.blank(page)
  await designName(page).fill('Precious')
  await designName(page).press('Enter')
  await expect(page.locator('.tab-name')).toHaveText(['Precious'])
}

export async function isUntouched(page: Page): Promise<void> {
  await expect(page.locator('.tab-name')).toHaveText(['Precious'])
  await page.getByRole('button', { name: /^Undo: / }).click()
  await expect(page.locator('.tab-name')).toHaveText(['Untitled design'])
  await page.getByRole('button', { name: /^Redo: / }).click()
  await expect(page.locator('.tab-name')).toHaveText(['Precious'])
}

export async function saysOnce(page: Page, sentence: RegExp): Promise<void> {
  await expect(toasts(page)).toHaveCount(1)
  await expect(toasts(page)).toHaveText(sentence)
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(toasts(page)).toHaveCount(0)
}

export async function writeFileIn(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, 'files', name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  return path
}

/** Lets go a file over the window: from the disk where there is one. */
export async function dropAny(
  { page }: { readonly page: Page },
  project: string,
  name: string,
  content: string | Uint8Array,
): Promise<void> {
  if (project === 'desktop') await dropPath(page, await writeFileIn(test.info().outputDir, name, content))
  else await dropContent(page, name, content)
}
