import { expect, type Locator, type Page } from '@playwright/test'

/** What is drawn, near enough that it is elements and no painted picture. */
export const canvas = (page: Page): Locator => page.getByRole('region', { name: 'Canvas' })

export const cards = (page: Page): Locator => page.locator('.react-flow__node-component')

/** The first card of exactly this name. */
export const card = (page: Page, name: string): Locator =>
  cards(page)
    .filter({ has: page.getByText(name, { exact: true }) })
    .first()

export const arrows = (page: Page): Locator => page.locator('.react-flow__edge')

/** A kind in the palette. */
export const kind = (page: Page, id: string): Locator => page.locator(`[data-kind="${id}"]`)

export async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('It is not on the screen')
  return box
}

export async function addUserAndModel(page: Page): Promise<void> {
  await kind(page, 'user').click()
  const { width, height } = await boxOf(canvas(page))
  await kind(page, 'llm-api').dragTo(canvas(page), { targetPosition: { x: width * 0.8, y: height * 0.25 } })
  await expect(cards(page)).toHaveCount(2)
}
