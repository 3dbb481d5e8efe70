import { expect, type Locator, type Page } from '@playwright/test'

/** An open design, as a person finds their way in it. */
export class Workbench {
  readonly page: Page
  readonly inspector: Locator
  readonly palette: Locator
  readonly panels: Locator
  readonly status: Locator

  constructor(page: Page) {
    this.page = page
    this.inspector = page.getByRole('complementary', { name: 'Inspector' })
    this.palette = page.getByRole('complementary', { name: 'Components' })
    this.panels = page.getByRole('region', { name: 'Panels', exact: true })
    this.status = page.getByRole('region', { name: 'Headline numbers' })
  }

  /** Starts a design from a template and waits until the engines have answered. */
  static async fromTemplate(page: Page, title: string): Promise<Workbench> {
    await page.getByRole('button', { name: `Start from ${title}` }).click()
    const workbench = new Workbench(page)
    await workbench.hasNumbers()
    return workbench
  }

  static async blank(page: Page): Promise<Workbench> {
    await page.getByRole('button', { name: 'New design' }).first().click()
    const workbench = new Workbench(page)
    await expect(workbench.palette).toBeVisible()
    return workbench
  }

  headline(id: 'first' | 'answer' | 'technology' | 'people' | 'availability' | 'questions'): Locator {
    return this.status.locator(`.status-${id}`)
  }

  /** The engines have answered. */
  async hasNumbers(): Promise<void> {
    await expect(this.headline('answer').locator('.status-value')).toContainText(/\d/)
  }

  /** The panel with all that is asked, where it shows at first what changes most. */
  async openAllQuestions(): Promise<Locator> {
    const questions = await this.open('Questions')
    await questions.getByRole('button', { name: /^Show \d+ more/ }).click()
    return questions
  }

  async open(panel: string): Promise<Locator> {
    await this.panels.getByRole('tab', { name: panel }).click()
    return this.panels.getByRole('tabpanel')
  }

  /** A part of the estimate panel by its name. */
  async openEstimate(part: string): Promise<Locator> {
    await this.open('Estimate')
    await this.panels.getByRole('tab', { name: part, exact: true }).click()
    return this.panels.locator('.estimate-content')
  }

  /** A field of the inspector by its label. */
  field(label: string): Locator {
    return this.inspector.getByRole('textbox', { name: label, exact: true })
  }

  /** Presses undo as on the keyboard, with the focus out of every field. */
  async undo(): Promise<void> {
    await this.page.locator('.canvas, .react-flow').first().press('Control+z')
  }

  async select(name: string): Promise<void> {
    await this.page.locator('.react-flow__node').filter({ hasText: name }).first().click()
    await expect(this.inspector.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(name)
  }
}
