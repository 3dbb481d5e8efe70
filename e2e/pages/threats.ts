import { mkdirSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'

export const support = 'Customer support agent'
export const trifecta = 'Untrusted input, private data and a way out meet in one agent'

export const card = (page: Page, name: string): Locator => page.getByRole('group', { name: new RegExp(`^${name}, `) })
export const line = (threats: Locator, title: string): Locator =>
  threats.locator('.finding').filter({ has: threats.page().locator('.finding-title', { hasText: title }) })
export const view = (threats: Locator, name: string): Locator => threats.getByRole('radio', { name, exact: true })

/** Pictures to look at, where somebody asked for them. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['LINTEL_PICTURES']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png` })
}
