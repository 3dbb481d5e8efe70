import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

const usualTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

/** A theme just chosen reaches every element after the frame in which it was chosen: colours read before are of neither. */
async function isPainted(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    await nextFrame()
    await nextFrame()
    const ending = document.getAnimations().filter((animation) => animation.effect?.getTiming().iterations !== Infinity)
    await Promise.allSettled(ending.map((animation) => animation.finished))
  })
}

/**
 * What a screen reader or somebody who sees little would stumble over, said by rule and place. Names and order are the same
 * in the dark, so there only the contrast is read.
 */
async function faults(page: Page, tags: string[] = usualTags): Promise<readonly string[]> {
  // The desktop program opens no second page for the last step.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  await isPainted(page)
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  const contrast = tags.includes('wcag2aaa') ? 'color-contrast-enhanced' : 'color-contrast'
  const { violations } = await (isDark ? axe.withRules(contrast) : axe.withTags(tags)).analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')} (${failureSummary ?? ''})`),
  )
}

const panels = [
  'Findings',
  'Estimate',
  'Threats',
  'Framing',
  'Requirements',
  'Decisions',
  'Questions',
  'Assumptions',
  'Workloads',
  'Data',
  'Governance',
  'Minutes',
]

for (const scheme of ['light', 'dark'] as const) {
  test(`every screen has names, order and contrast, in ${scheme}`, async ({ studio: { page } }) => {
    test.setTimeout(240_000)
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    expect(await faults(page), 'library').toEqual([])
    const workbench = await Workbench.fromTemplate(page, 'Customer support agent')
    await workbench.hasNumbers()
    for (const panel of panels) {
      await workbench.open(panel)
      expect.soft(await faults(page), panel).toEqual([])
    }
    for (const [keys, name] of [
      ['Control+k', 'search'],
      ['?', 'shortcuts'],
      ['Control+e', 'documents'],
      ['Control+Shift+E', 'leave behind'],
      ['Shift+F9', 'questions for the room'],
      ['F4', 'write down'],
      ['F7', 'walkthrough'],
    ] as const) {
      await page.locator('.canvas').focus()
      await page.keyboard.press(keys)
      await expect(page.getByRole('dialog').first()).toBeVisible()
      expect.soft(await faults(page), name).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await page.locator('.canvas').focus()
    await page.keyboard.press('Control+Shift+B')
    await expect(page.getByRole('treeitem').first()).toBeFocused()
    expect.soft(await faults(page), 'tree').toEqual([])
    await page.keyboard.press('F9')
    expect.soft(await faults(page), 'room mode').toEqual([])
  })

  test(`high contrast is 7 to 1, and dialogs of the shell have names, order and contrast, in ${scheme}`, async ({
    studio: { page },
  }) => {
    test.setTimeout(240_000)
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    const workbench = await Workbench.fromTemplate(page, 'Customer support agent')
    await workbench.hasNumbers()
    const run = async (command: string) => {
      await page.locator('.canvas').focus()
      await page.keyboard.press('Control+k')
      await expect(page.getByPlaceholder('Search the design, or run a command')).toBeFocused()
      await page.keyboard.type(command)
      await page.keyboard.press('Enter')
      await expect(page.getByPlaceholder('Search the design, or run a command')).toHaveCount(0)
    }
    await run('High contrast')
    await expect(page.locator('html')).toHaveAttribute('data-contrast', 'more')
    for (const panel of ['Findings', 'Requirements']) {
      await workbench.open(panel)
      expect.soft(await faults(page, ['wcag2aaa']), panel).toEqual([])
    }
    const threats = await workbench.open('Threats')
    for (const view of ['Risk matrix', 'Coverage', 'Data trace']) {
      await threats.getByRole('radio', { name: view }).click()
      await expect(threats.getByRole('radio', { name: view })).toBeChecked()
      expect.soft(await faults(page, [...usualTags, 'wcag2aaa']), view).toEqual([])
    }
    await run('High contrast')
    await expect(page.locator('html')).not.toHaveAttribute('data-contrast')
    for (const [command, title] of [
      ['Price book', 'Price book'],
      ['Rules and standards', 'Rules and standards'],
      ['Paste rows', 'Rows of a spreadsheet'],
      ['Paste measurements', 'Own measurements'],
    ] as const) {
      await run(command)
      await expect(page.getByRole('dialog', { name: title })).toBeVisible()
      expect.soft(await faults(page), title).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  })

  test(`options, decisions and baselines have names, order and contrast, in ${scheme}`, async ({
    studio: { page },
  }) => {
    test.setTimeout(240_000)
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    const workbench = await Workbench.fromTemplate(page, 'Analyst research assistant')
    const options = await workbench.open('Options')
    await options.getByRole('button', { name: 'New option' }).click()
    await expect(options.getByRole('textbox', { name: 'Name of the option' })).toBeFocused()
    await expect(options.getByRole('row', { name: /^Cost \$/ })).toContainText('the same')
    expect.soft(await faults(page), 'options compared').toEqual([])
    await options.getByRole('button', { name: 'New phase' }).click()
    await options.getByRole('radio', { name: 'Roadmap' }).click()
    await options.getByRole('button', { name: 'Add work', exact: true }).first().click()
    expect.soft(await faults(page), 'roadmap').toEqual([])
    const decisions = await workbench.open('Decisions')
    await decisions.getByRole('region', { name: 'Not decided on record' }).getByRole('button').first().click()
    expect.soft(await faults(page), 'record of a decision').toEqual([])
    await decisions.getByRole('radio', { name: 'Matrix' }).click()
    expect.soft(await faults(page), 'matrix').toEqual([])
    const baselines = await workbench.open('Baselines')
    await baselines.getByRole('button', { name: 'Freeze a baseline' }).click()
    await baselines.getByRole('textbox', { name: 'New condition' }).fill('A load test')
    await page.keyboard.press('Enter')
    await expect(baselines.getByRole('group', { name: 'A load test' })).toBeVisible()
    expect.soft(await faults(page), 'baseline').toEqual([])
  })
}

test('the tree is the equal of the canvas: walked, picked from, renamed in and deleted from by keys', async ({
  studio: { page },
}) => {
  const workbench = await Workbench.fromTemplate(page, 'Customer support agent')
  await page.locator('.canvas').focus()
  await page.keyboard.press('Control+Shift+B')
  const item = (name: string) => page.getByRole('treeitem', { name, exact: true })
  await expect(item('Internet, boundary')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(item('Internet, boundary')).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(workbench.inspector.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Chat')
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Chat window')
  await page.keyboard.press('Enter')
  await expect(item('Chat window, component')).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(item('Chat window, component')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(item('Chat window, component')).toHaveCount(1)
})
