import { InvalidInputError, UnauthenticatedError } from "@/server/platform/errors";

/** One message for an unknown address, a wrong password and a suspended account, so that none can be told from another. */
export class WrongCredentialsError extends UnauthenticatedError {
  constructor() {
    super("The e-mail address or the password is not right.");
  }
}

/** One message for a link that was never valid, was used, has expired or was replaced by a newer one. */
export class LinkNotValidError extends InvalidInputError {
  constructor() {
    super("This link is not valid any more. Ask for a new one.");
  }
}
