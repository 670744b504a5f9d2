#include "core/hash.h"

#include <openssl/evp.h>

#include <memory>

namespace simiao {

namespace {

using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

/// Looked up once: the look-up costs more than hashing a row.
const EVP_MD *algorithm()
{
    static EVP_MD *const sha = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return sha;
}

} // namespace

QByteArray sha256(const QByteArray &bytes)
{
    thread_local const Context context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    QByteArray digest(EVP_MD_get_size(algorithm()), Qt::Uninitialized);
    const bool isHashed = EVP_DigestInit_ex2(context.get(), algorithm(), nullptr) == 1
        && EVP_DigestUpdate(context.get(), bytes.constData(), std::size_t(bytes.size())) == 1
        && EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char *>(digest.data()), nullptr) == 1;
    // A wrong hash would call every row damaged; there is nothing to go on with.
    if (!isHashed)
        qFatal("SHA-256 is not available");
    return digest;
}

} // namespace simiao
