/**
 * Application authentication of Tencent Cloud API Gateway, so that its clients work unchanged. The
 * vocabulary is that gateway's: Authorization parameters, string to sign, Content-MD5 line.
 */
@NullMarked
package dev.countersign.signing.tencent;

import org.jspecify.annotations.NullMarked;
