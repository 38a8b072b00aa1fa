/**
 * The signature of Alibaba Cloud's API gateway, in headers named {@code X-Ca-…}, as its published
 * clients make it. The words here are those of Alibaba Cloud: string to sign, stage.
 */
@NullMarked
package dev.countersign.signing.aliyun;

import org.jspecify.annotations.NullMarked;
