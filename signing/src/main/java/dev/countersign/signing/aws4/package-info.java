/**
 * AWS Signature Version 4, as the AWS SDKs, botocore, {@code curl --aws-sigv4} and many smaller
 * signers speak it. The words here are those of AWS: canonical request, string to sign, credential
 * scope.
 */
@NullMarked
package dev.countersign.signing.aws4;

import org.jspecify.annotations.NullMarked;
