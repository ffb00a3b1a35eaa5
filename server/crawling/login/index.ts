/** Signing in to a site through its own form, with a secret that goes to one origin only. */
export { findLoginForm, type LoginForm } from "./find-login-form";
export { type LoginCredential, type SignInResult, signIn } from "./sign-in";
