import type { HttpStatus } from '@nestjs/common'
import { type Html, type Problem, problemPage } from 'storefront'

/** What a controller answers with a page. */
export class Page {
  constructor(
    readonly title: string,
    readonly content: Html,
    readonly statusCode?: HttpStatus,
  ) {}

  /** A page that says what is wrong and where to go from there. */
  static problem(statusCode: HttpStatus, problem: Problem): Page {
    return new Page(problem.title, problemPage(problem), statusCode)
  }
}

/** What a controller answers to send the browser on, so that a reload repeats nothing. */
export class SeeOther {
  constructor(readonly location: string) {}
}
