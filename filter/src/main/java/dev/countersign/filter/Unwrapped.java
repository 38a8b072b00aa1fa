package dev.countersign.filter;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The container's own request and response, below what other filters and dispatches put around
 * them. A container may put a dispatch underneath the wrappers of filters, so that what a filter
 * was given does not stay what it was.
 */
final class Unwrapped {

  private Unwrapped() {}

  static HttpServletRequest request(HttpServletRequest request) {
    ServletRequest each = request;
    while (each instanceof ServletRequestWrapper wrapper) {
      each = wrapper.getRequest();
    }
    return each instanceof HttpServletRequest bare ? bare : request;
  }

  static ServletResponse response(ServletResponse response) {
    ServletResponse each = response;
    while (each instanceof ServletResponseWrapper wrapper) {
      each = wrapper.getResponse();
    }
    return each;
  }
}
