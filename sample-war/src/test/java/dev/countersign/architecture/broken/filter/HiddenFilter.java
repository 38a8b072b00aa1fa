package dev.countersign.architecture.broken.filter;

import jakarta.servlet.annotation.WebListener;

/** Installs itself without a line in web.xml, and makes an identity. */
@WebListener
public final class HiddenFilter implements java.util.EventListener {

  /** An identity out of nowhere. */
  public Admitted admitted() {
    return new Admitted();
  }
}
