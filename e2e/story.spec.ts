import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import JSZip from 'jszip'
import type { Page } from '@playwright/test'
import { expect, test, type DesktopStudio } from './fixtures.ts'

/** The whole job on real input: from the template to the three documents, and everything still there after a restart. */
test('an architect takes the template of a real system to a decision record, a threat model and a deck', async ({
  desktop,
}) => {
  test.setTimeout(180_000)

  await test.step('open the template: numbers, a broken requirement and an attack path', async () => {
    await desktop.page.getByRole('button', { name: /Analyst research assistant/ }).click()
    await expect(card(desktop.page, 'Answer model')).toBeVisible()
    await expect(headline(desktop.page, 'First words p95')).toContainText('fail')
    await expect(headline(desktop.page, 'Answer p95')).toContainText(/pass|at risk/)
    await expect(headline(desktop.page, 'Technology')).toContainText('$')
    await openPanel(desktop.page, /^Threats/)
    await desktop.page.getByRole('button', { name: 'Show path' }).first().click()
    await expect(desktop.page.locator('.card[data-emphasis="dimmed"]').first()).toBeVisible()
    await desktop.page.keyboard.press('Escape')
  })

  await test.step('drop a guardrail in: it is on the canvas and one undo takes it back', async () => {
    const before = await cards(desktop.page).count()
    await dragFromPalette(desktop.page, 'Guardrail')
    await expect(cards(desktop.page)).toHaveCount(before + 1)
    await desktop.page.getByRole('button', { name: /^Undo/ }).click()
    await expect(cards(desktop.page)).toHaveCount(before)
    await desktop.page.getByRole('button', { name: /^Redo/ }).click()
    await expect(cards(desktop.page)).toHaveCount(before + 1)
  })

  await test.step('swap the model: cost and time follow', async () => {
    const cost = await headline(desktop.page, 'Technology').innerText()
    await card(desktop.page, 'Answer model').click()
    await choose(desktop.page, 'Product', /GPT-4\.1 mini/i)
    await expect(headline(desktop.page, 'Technology')).not.toHaveText(cost)
  })

  await test.step('mend the broken requirement: release the answer by segments', async () => {
    await card(desktop.page, 'Grounding gate').click()
    await choose(desktop.page, 'What the user sees meanwhile', /Parts as they are judged/)
    await expect(headline(desktop.page, 'First words p95')).not.toContainText('fail')
  })

  await test.step('export the three documents and read them', () => readExports(desktop))

  await test.step('quit, start again, find everything', async () => {
    // Autosave waits at most a second after the last edit.
    await desktop.page.waitForTimeout(1500)
    await desktop.restart()
    await openFromLibrary(desktop.page, 'Analyst research assistant')
    await expect(headline(desktop.page, 'First words p95')).not.toContainText('fail')
    await card(desktop.page, 'Answer model').click()
    await expect(inspector(desktop.page).getByRole('combobox', { name: 'Product' })).toContainText(/GPT-4\.1 mini/i)
    const guards = desktop.page.getByRole('group', { name: /, Guardrail/ })
    await expect(guards).toHaveCount(3)
  })
})

async function readExports(desktop: DesktopStudio): Promise<void> {
  const folder = desktop.userData
  await desktop.answerDialogs({ save: folder, open: folder })
  await share(desktop.page, ['For engineers', 'Decision records (ADR)'])
  await expect.poll(async () => (await readdir(folder)).filter((name) => name.endsWith('.md')).length).toBe(2)
  const records = (await readdir(folder)).filter((name) => name.endsWith('.md')).toSorted()
  const record = await readFile(join(folder, records[0] ?? ''), 'utf8')
  expect(record).toContain('# Hold every answer until its grounding is checked')
  for (const section of ['Context and Problem Statement', 'Considered Options', 'Decision Outcome', 'Consequences'])
    expect(record).toContain(section)

  const page = await exported(desktop, ['For engineers', 'Threat model (HTML)'], 'threats.html', { asks: true })
  expect(page.toString('utf8')).toContain('Quoted broker research')
  expect(page.toString('utf8')).not.toMatch(/<script|src="http/)

  const print = await exported(desktop, ['For engineers', 'Threat model (PDF)'], 'threats.pdf')
  expect(print.subarray(0, 5).toString()).toBe('%PDF-')
  expect(print.length).toBeGreaterThan(20_000)

  const deck = await JSZip.loadAsync(
    await exported(desktop, ['For clients', 'Deck (PowerPoint)'], 'deck.pptx', { asks: true }),
  )
  const slides = Object.keys(deck.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  expect(slides).toHaveLength(6)
  let drawn = ''
  for (const name of slides) drawn += (await deck.file(name)?.async('string')) ?? ''
  expect(drawn).toMatch(/<p:cxnSp>.*<a:stCxn id="\d+"/s)
}

/**
 * Exports through the Share menu into a file of the test's folder, and reads it once it is whole. `asks`: something is
 * missing and its form has not been seen yet, so that the export screen comes first.
 */
async function exported(
  desktop: DesktopStudio,
  entry: readonly [group: string, entry: string],
  name: string,
  { asks = false }: { readonly asks?: boolean } = {},
): Promise<Buffer> {
  const path = join(desktop.userData, name)
  await desktop.answerDialogs({ save: path })
  await share(desktop.page, entry)
  const screen = desktop.page.getByRole('dialog', { name: 'Export' })
  if (asks) await screen.getByRole('button', { name: /^Save as/ }).click()
  await expect.poll(async () => (await readFile(path).catch(() => '')).length, { timeout: 30_000 }).toBeGreaterThan(0)
  if (asks) {
    await expect(screen.getByRole('status')).toContainText('Saved')
    await screen.getByRole('button', { name: 'Close' }).click()
  }
  return await readFile(path)
}

const card = (page: Page, name: string) => page.getByRole('group', { name: new RegExp(`^${name}, `) })
const cards = (page: Page) => page.locator('.card')
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })
const headline = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name} `) })

async function openPanel(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('tab', { name }).click()
}

async function choose(page: Page, field: string, option: RegExp): Promise<void> {
  await inspector(page).getByRole('combobox', { name: field, exact: true }).click()
  await page.getByRole('option', { name: option }).first().click()
}

/** Documents stand in lists by who reads them. */
async function share(page: Page, [group, entry]: readonly [group: string, entry: string]): Promise<void> {
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('menuitem', { name: group, exact: true }).press('ArrowRight')
  await page.getByRole('menuitem', { name: entry, exact: true }).click()
}

async function dragFromPalette(page: Page, title: string): Promise<void> {
  const source = page.getByRole('button', { name: `Add ${title}` })
  await source.scrollIntoViewIfNeeded()
  await source.dragTo(page.getByRole('region', { name: 'Canvas' }), { targetPosition: { x: 60, y: 40 } })
}

async function openFromLibrary(page: Page, name: string): Promise<void> {
  const open = page.getByRole('group', { name: /^Answer model, / })
  if (await open.isVisible().catch(() => false)) return
  await page
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click()
  await expect(open).toBeVisible()
}
