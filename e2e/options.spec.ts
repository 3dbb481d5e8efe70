import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

const title = 'Analyst research assistant'

async function run(page: Workbench['page'], label: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search the design, or run a command').fill(label)
  await page.getByRole('option', { name: label, exact: false }).first().click()
}

test('an option is drawn, compared with the base, and adopted', async ({ studio: { page } }) => {
  const workbench = await Workbench.fromTemplate(page, title)
  await run(page, 'New option')
  const strip = page.getByRole('navigation', { name: 'Options and phases' })
  await expect(strip.getByRole('radio', { name: 'Option A' })).toBeChecked()
  await workbench.select('Answer model')
  const first = workbench.field('Time to first token, median')
  await first.fill('9000')
  await first.press('Enter')
  const panel = await workbench.open('Options')
  await expect(panel.getByRole('row', { name: /^Full answer, p95/ })).toContainText('worse')
  await run(page, 'New option')
  await expect(page.getByText('The new option starts from “Option A”.')).toBeVisible()
  await page.getByRole('button', { name: 'Start from the base' }).click()
  await expect(panel.getByRole('row', { name: /^Full answer, p95/ })).toContainText('the same')
  const decisions = await workbench.open('Decisions')
  await decisions.getByRole('button', { name: 'New decision' }).click()
  await expect(decisions.getByRole('textbox', { name: 'Decision title' })).toBeFocused()
  await expect(decisions.getByRole('combobox', { name: 'Option B is drawn as' })).toContainText('Option B')
  await strip.getByRole('radio', { name: 'Base' }).click()
  await workbench.select('Answer model')
  await expect(workbench.field('Time to first token, median')).not.toHaveValue(/9.000/)
  await page.keyboard.press('Escape')
  await run(page, 'Show the next option')
  await expect(strip.getByRole('radio', { name: 'Option A' })).toBeChecked()
  await run(page, 'Adopt the option that is drawn')
  await expect(strip.getByRole('radio', { name: 'Base' })).toBeChecked()
  await expect(strip.getByRole('radio', { name: 'Before Option A' })).toBeVisible()
  await workbench.select('Answer model')
  await expect(workbench.field('Time to first token, median')).toHaveValue(/9.000/)
  await test.step('the decision that weighs it speaks of it by its place, and the message leads there', async () => {
    await page.getByRole('button', { name: /^Open ADR-/ }).click()
    await expect(decisions.getByRole('combobox', { name: 'Option A is drawn as' })).toContainText('Drawn: base')
    await expect(decisions.getByRole('combobox', { name: 'Base is drawn as' })).toContainText('Before Option A')
  })
  await workbench.undo()
  await expect(strip.getByRole('radio', { name: 'Option A', exact: true })).toBeChecked()
  await expect(strip.getByRole('radio', { name: 'Before Option A' })).toHaveCount(0)
})

test('an adopted option that no decision speaks of is put on record', async ({ studio: { page } }) => {
  const workbench = await Workbench.fromTemplate(page, title)
  await run(page, 'New option')
  await workbench.select('Answer model')
  const first = workbench.field('Time to first token, median')
  await first.fill('9000')
  await first.press('Enter')
  await run(page, 'Adopt the option that is drawn')
  await page.getByRole('button', { name: 'Record the decision' }).click()
  const panel = workbench.panels.getByRole('tabpanel')
  await expect(panel.getByRole('textbox', { name: 'Decision title' })).toHaveValue('Option A')
  await expect(panel.getByRole('radio', { name: 'Choose Option A' })).toBeChecked()
  await expect(panel.getByRole('combobox', { name: 'Before Option A is drawn as' })).toBeVisible()
  await expect(panel.getByRole('textbox', { name: 'Because', exact: true })).toBeFocused()
  await page.keyboard.type('it is under contract')
  await page.keyboard.press('Tab')
  await expect(panel.getByRole('button', { name: 'About' })).toContainText('Answer model')
})

test('a decision is weighed by its options, accepted, and linked from what it is about', async ({
  studio: { page },
}) => {
  const workbench = await Workbench.fromTemplate(page, title)
  const panel = await workbench.open('Decisions')
  await panel.getByRole('button', { name: /Which model answers/ }).click()
  await panel.getByRole('combobox', { name: 'Option A is drawn as' }).click()
  await page.getByRole('option', { name: 'Drawn: base' }).click()
  await panel.getByRole('radio', { name: 'Matrix' }).click()
  await expect(panel.getByRole('row', { name: /^Run cost/ })).toContainText('at risk')
  await expect(panel.getByText(/Nothing can be recommended yet/)).toBeVisible()
  await panel.getByRole('radio', { name: 'Record' }).click()
  await panel.getByRole('radio', { name: 'Choose Option A' }).check()
  await panel.getByRole('combobox', { name: 'Status' }).click()
  await page.getByRole('option', { name: 'Accepted' }).click()
  await test.step('a choice that misses a must is not taken in silence, and the record stays open', async () => {
    await expect(panel.getByRole('note')).toContainText('Option A misses “First words of an answer”')
    await expect(panel.getByRole('textbox', { name: 'Because', exact: true })).toBeFocused()
    await page.keyboard.type('the vendor is under contract')
    await page.keyboard.press('Tab')
    await expect(panel.getByRole('button', { name: /Say why/ })).toHaveCount(0)
    await workbench.select('Answer judge')
    await workbench.open('Findings')
    await workbench.open('Decisions')
    await expect(panel.getByRole('textbox', { name: 'Because', exact: true })).toHaveValue(
      'the vendor is under contract',
    )
  })
  await workbench.select('Answer model')
  await expect(workbench.inspector.getByRole('button', { name: 'ADR-3' })).toBeVisible()
})

test('an accepted decision whose numbers have moved is marked, and superseded by another one', async ({
  studio: { page },
}) => {
  const workbench = await Workbench.fromTemplate(page, 'Invoice intake')
  const panel = await workbench.open('Decisions')
  const accept = async (): Promise<void> => {
    await panel.getByRole('radio', { name: 'Choose Option A' }).check()
    await panel.getByRole('combobox', { name: 'Status' }).click()
    await page.getByRole('option', { name: 'Accepted' }).click()
  }
  await panel.getByRole('button', { name: 'New decision' }).click()
  await panel.getByRole('combobox', { name: 'Option A is drawn as' }).click()
  await page.getByRole('option', { name: 'Drawn: base' }).click()
  await accept()
  await expect(panel.getByText('Outdated')).toHaveCount(0)
  const workloads = await workbench.open('Workloads')
  const requests = workloads.getByRole('textbox', { name: 'Requests', exact: true }).first()
  await requests.fill('90000')
  await requests.press('Enter')
  await workbench.open('Decisions')
  const outdated = panel.getByRole('note').filter({ hasText: 'it was accepted on' })
  await expect(outdated).toContainText(/Cost: then .*, now /)
  await outdated.getByRole('button', { name: 'Propose what supersedes it' }).click()
  await expect(panel.getByText('Will supersede')).toBeVisible()
  await accept()
  await expect(panel.getByText('Superseded', { exact: true })).toBeVisible()
  await expect(panel.getByText('Outdated')).toHaveCount(0)
})

test('a baseline is frozen, a condition of the board is a finding, and both can be taken back', async ({
  studio: { page },
}) => {
  const workbench = await Workbench.fromTemplate(page, title)
  await expect(page.getByRole('tab', { name: /^Findings \d/ })).toBeVisible()
  const panel = await workbench.open('Baselines')
  await panel.getByRole('button', { name: 'Freeze a baseline' }).click()
  await expect(panel.getByText('No number has moved.')).toBeVisible()
  const condition = panel.getByRole('textbox', { name: 'New condition' })
  await condition.fill('Show a load test')
  await condition.press('Enter')
  await expect(panel.getByRole('group', { name: 'Show a load test' })).toBeVisible()
  await expect(condition).toBeFocused()
  await expect(condition).toHaveValue('')
  const findings = await workbench.open('Findings')
  await expect(findings.getByText('A condition of the review board is open')).toBeVisible()
  await workbench.undo()
  await expect(findings.getByText('A condition of the review board is open')).toBeHidden()
})

test('a finding leads to the baseline that it is about, whatever was chosen in the list', async ({
  studio: { page },
}) => {
  const workbench = await Workbench.fromTemplate(page, title)
  const panel = await workbench.open('Baselines')
  const freeze = panel.getByRole('button', { name: 'Freeze a baseline' })
  await freeze.click()
  const name = panel.getByRole('textbox', { name: 'Name of the baseline' })
  const first = await name.inputValue()
  const condition = panel.getByRole('textbox', { name: 'New condition' })
  await condition.fill('Show a load test')
  await condition.press('Enter')
  await freeze.click()
  await expect(name).not.toHaveValue(first)
  const findings = await workbench.open('Findings')
  await findings.getByRole('button', { name: first, exact: true }).click()
  await workbench.open('Baselines')
  await expect(name).toHaveValue(first)
  await panel.getByRole('listitem').first().getByRole('button').click()
  await expect(name).not.toHaveValue(first)
})

test('work that would wait for itself is refused with its way', async ({ studio: { page } }) => {
  const workbench = await Workbench.fromTemplate(page, title)
  await run(page, 'New phase')
  const panel = await workbench.open('Options')
  await panel.getByRole('radio', { name: 'Roadmap' }).click()
  for (const name of ['Move', 'Cut over']) {
    await panel.getByRole('button', { name: 'Add work', exact: true }).click()
    const field = panel.getByRole('textbox', { name: 'Work', exact: true }).last()
    await field.fill(name)
    await field.press('Enter')
  }
  const after = async (item: string, first: string): Promise<void> => {
    await panel.getByRole('button', { name: `${item} comes after` }).click()
    await page.getByRole('menuitemcheckbox', { name: first }).click()
    await page.keyboard.press('Escape')
  }
  await after('Cut over', 'Move')
  await after('Move', 'Cut over')
  await expect(page.getByText('"Move" waits for "Cut over" waits for "Move"')).toBeVisible()
})

const record = (name: string): string =>
  `# ${name}\n\n## Status\n\nAccepted\n\n## Context\n\nWe need it.\n\n## Decision\n\nWe do it.\n\n## Consequences\n\nKnown.\n`

test('a folder of records is taken over once, and taken back by its message', async ({ studio: { page } }) => {
  const folder = await mkdtemp(join(tmpdir(), 'lintel-records-'))
  await mkdir(join(folder, 'adr'))
  await writeFile(join(folder, 'adr', '0014-keep-minutes.md'), record('Keep minutes'))
  await writeFile(join(folder, 'adr', '0015-buy-paper.md'), record('Buy paper'))
  await writeFile(join(folder, 'picture.png'), '')
  const workbench = await Workbench.fromTemplate(page, title)
  const panel = await workbench.open('Decisions')
  const dialog = page.getByRole('dialog', { name: 'Import decision records' })
  const choose = async (): Promise<void> => {
    await panel.getByRole('button', { name: /^Import MADR or Nygard records/ }).click()
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('menuitem', { name: 'Folder of records' }).click(),
    ])
    await chooser.setFiles(folder)
  }
  await choose()
  await expect(dialog).not.toContainText('picture.png')
  await dialog.getByRole('button', { name: 'Take over 2 records' }).click()
  await expect(panel.getByRole('button', { name: /Keep minutes/ })).toBeVisible()
  await choose()
  await expect(dialog).toContainText('Already here')
  await expect(dialog.getByRole('button', { name: 'Nothing to take over' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('Took over 2 records.').locator('..').getByRole('button', { name: 'Undo' }).click()
  await expect(panel.getByRole('button', { name: /Keep minutes/ })).toHaveCount(0)
  await rm(folder, { recursive: true })
})
