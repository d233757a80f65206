import {
  type CallHandler,
  type ExecutionContext,
  HttpStatus,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common'
import type { Request, Response } from 'express'
import { mergeMap, type Observable } from 'rxjs'
import { PageRenderer } from './page.renderer.js'
import { Page, SeeOther } from './views.js'

/** Turns what controllers answer into HTML and redirects; anything else goes out as it is. */
@Injectable()
export class ViewInterceptor implements NestInterceptor {
  constructor(private readonly renderer: PageRenderer) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp()
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()]
    return next.handle().pipe(mergeMap((view) => this.#write(view, request, response)))
  }

  async #write(view: unknown, request: Request, response: Response): Promise<unknown> {
    if (view instanceof SeeOther) {
      response.status(HttpStatus.SEE_OTHER).location(view.location)
      return ''
    }
    if (!(view instanceof Page)) return view
    response.status(view.statusCode ?? HttpStatus.OK).type('html')
    return this.renderer.render(view, request)
  }
}
