import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

const support = 'Customer support agent'

test('a room is asked one question at a time, by keys alone', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, support)
  await workbench.open('Questions')
  await page.keyboard.press('Shift+F9')
  const room = page.getByRole('dialog')
  const text = room.getByRole('heading', { level: 3 })
  await expect(room).toContainText('Question 1 of')
  const first = await text.textContent()
  // Read from the end of a table: 24 px at least.
  expect(
    await text.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
  ).toBeGreaterThanOrEqual(24)

  await page.keyboard.press('ArrowRight')
  await expect(text).not.toHaveText(first ?? '')
  await page.keyboard.press('ArrowLeft')
  await expect(text).toHaveText(first ?? '')

  await page.keyboard.press('x')
  await expect(room.getByRole('textbox', { name: 'Why it does not apply' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(room).toBeVisible()
  await page.keyboard.press('x')
  await page.keyboard.type('Settled by the group')
  await page.keyboard.press('Enter')
  await expect(room).toContainText('Question 2 of')
  await page.keyboard.press('ArrowLeft')
  await expect(text).not.toHaveText(first ?? '')
  await page.keyboard.press('Control+z')
  // It is asked again as soon as the analysis has seen what was undone.
  await expect(async () => {
    await page.keyboard.press('ArrowLeft')
    await expect(text).toHaveText(first ?? '', { timeout: 500 })
  }).toPass()

  await page.keyboard.press('Escape')
  await expect(room).toHaveCount(0)
})

test('what nobody in the room knows is somebody’s to find out, by a day', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, support)
  const questions = await workbench.open('Questions')
  const asked = questions
    .locator('.question')
    .filter({ has: page.getByRole('button', { name: 'Don’t know' }) })
    .first()
  const text = (await asked.locator('.question-text').textContent()) ?? ''
  await asked.getByRole('button', { name: 'Don’t know' }).click()
  await asked.getByRole('textbox', { name: 'Who would know' }).fill('Nadia')
  await asked.getByLabel('By when').fill('2099-01-31')
  await asked.getByRole('button', { name: 'Record' }).click()
  const same = questions.locator('.question').filter({ hasText: text })
  await expect(same).toContainText('Asked Nadia, by 2099-01-31')
})

test('the walk from finding to finding shows each on the canvas; a mark of what was not useful stays', async ({
  studio,
}) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, support)
  const findings = await workbench.open('Findings')
  const shown = findings.locator('.finding[data-highlighted="true"]')
  await expect(findings.locator('.finding').first()).toBeVisible()
  await page.keyboard.press('F8')
  await expect(shown).toHaveCount(1)
  const first = await shown.locator('.finding-title').textContent()
  await page.keyboard.press('F8')
  await expect(shown.locator('.finding-title')).not.toHaveText(first ?? '')
  await page.keyboard.press('Shift+F8')
  await expect(shown.locator('.finding-title')).toHaveText(first ?? '')

  await shown.locator('.finding-title').click()
  await shown.getByRole('button', { name: 'Not useful' }).click()
  await expect(shown.getByRole('button', { name: /^Not useful, said on \d{4}/ })).toBeVisible()
  await expect(findings.getByRole('button', { name: 'Export what was not useful (1)' })).toBeVisible()

  await findings.getByRole('searchbox', { name: 'Find in the list' }).fill('nothing says this')
  await expect(findings.locator('.finding')).toHaveCount(0)
  await expect(findings).toContainText('Nothing in this list fits.')
})

test('a boundary that is marked complete turns its open questions into findings', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, support)
  const questions = await workbench.openAllQuestions()
  const inside = questions
    .locator('.question')
    .filter({ hasText: 'Is there a limit on how many requests one caller may make' })
  await expect(inside).toHaveCount(1)
  await page.locator('.boundary').getByText('Support platform').click()
  await workbench.inspector.getByText('Complete', { exact: true }).click()
  await workbench.inspector.getByRole('switch', { name: 'All is drawn' }).click()
  await expect(inside).toHaveCount(0)
  const findings = await workbench.open('Findings')
  await expect(findings.locator('.finding').filter({ hasText: 'DOS-01' })).toHaveCount(1)
})

test('the keyboard stays where it was as questions are answered, forms are left and lines are fixed', async ({
  studio,
}) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, support)
  const questions = await workbench.openAllQuestions()
  const unknown = questions.getByRole('button', { name: 'Don’t know' }).first()
  await unknown.press('Enter')
  await expect(questions.getByRole('textbox', { name: 'Who would know' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(unknown).toBeFocused()

  const asked = questions.locator('.question').filter({ has: page.getByRole('button', { name: 'No', exact: true }) })
  const next = await asked.first().locator('xpath=following-sibling::*[1]').getAttribute('data-question')
  await asked.first().getByRole('button', { name: 'No', exact: true }).press('Enter')
  await expect(questions.locator(`.question[data-question="${next}"]`)).toBeFocused()

  const findings = await workbench.open('Findings')
  const title = findings.locator('.finding-title').first()
  await title.press('Enter')
  await findings.getByRole('button', { name: 'Decide about it...' }).press('Enter')
  await expect(findings.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(findings.getByRole('textbox', { name: 'Reason' })).toHaveCount(0)
  await expect(title).toBeFocused()

  await findings.getByRole('button', { name: 'Keep only the rights that are used' }).press('Enter')
  await expect(findings.locator('.finding-gone')).toHaveCount(1)
  await expect(findings.getByRole('region', { name: 'Open findings' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(title).toBeFocused()
})

test('twenty edits in room mode show no money and no verdict, neither on the page nor in its tips or title', async ({
  studio,
}) => {
  test.setTimeout(90_000)
  const { page } = studio
  await Workbench.blank(page)
  await page.getByRole('button', { name: 'Library' }).click()
  const workbench = await Workbench.fromTemplate(page, support)
  const settled = page.locator('.status-bar[data-pending="false"]')
  await expect(settled).toBeVisible()
  // What is looked for is there to be found.
  expect(await readable(page)).toMatch(money)
  await expect(page.locator('.status-bar .ui-mark').first()).toBeVisible()
  await expect(page.locator('.tab-name')).toHaveCount(2)
  await page.keyboard.press('F9')
  await expect(workbench.inspector).toHaveCount(0)
  // Nor the name of another design, which may be another client's.
  await expect(page.locator('.tab-name')).toHaveText([support])
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Untitled')
  await expect(page.getByText('Nothing is called that.')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+i')
  await expect(workbench.inspector).toBeVisible()
  await page.keyboard.press('Shift+1')

  const cards = page.locator('.react-flow__node .card')
  const pick = seeded(7)
  const onCard = async (...keys: readonly string[]) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Shift+1')
    // Whatever lies on top there, as in a room.
    await cards.nth(pick(await cards.count())).click({ force: true })
    for (const key of keys) await page.keyboard.press(key)
  }
  const edits: readonly (() => Promise<void>)[] = [
    () => onCard('ArrowRight', 'ArrowDown'),
    () => onCard('Control+d'),
    () => onCard('Delete'),
    () => onCard('Control+g'),
    () => onCard('Control+l'),
    () => onCard('F2', 'Control+a', 'X', 'Enter'),
    async () => {
      await onCard()
      const number = workbench.inspector.locator('.ui-number-input').first()
      // An actor has none.
      if ((await number.count()) > 0) await number.fill('3')
      await page.keyboard.press('Enter')
      await page.locator('.canvas').focus()
    },
    async () => {
      await page.locator('.canvas').focus()
      await page.keyboard.press('/')
      await expect(page.locator('.quick-add-input')).toBeFocused()
      await page.keyboard.type('agent')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Escape')
    },
    () => page.keyboard.press('Control+z'),
    () => page.keyboard.press('Control+Shift+L'),
  ]
  for (let at = 0; at < 20; at += 1) {
    // The list once, so that none is left to chance, then whatever comes.
    await (edits[at] ?? edits[pick(edits.length)])?.()
    await expect(settled).toBeVisible()
    expect.soft(await readable(page), `after edit ${at}`).not.toMatch(money)
    await expect.soft(page.locator('.ui-mark:visible'), `after edit ${at}`).toHaveCount(0)
    await expect.soft(page.locator('.card-badges:visible')).toHaveCount(0)
  }
})

/** Money with its sign or code; what a verdict says. */
const money = /[$€£]\s?\d|\b(USD|EUR|GBP)\b|\bat risk\b|\bwaived\b/

/** Everything that can be read on the page: its title, its words, the tips of what is seen. */
function readable(page: Page): Promise<string> {
  return page.evaluate(() => {
    const tips = [...document.querySelectorAll('[title], [aria-label]')]
      .filter((element) => element.checkVisibility())
      .flatMap((element) => [element.getAttribute('title') ?? '', element.getAttribute('aria-label') ?? ''])
    return [document.title, document.body.innerText, ...tips].join('\n')
  })
}

/** Numbers below a bound, the same in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}
