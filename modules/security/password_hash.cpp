#include "security/password_hash.h"

#include "core/task_of.h"
#include "security/password_bytes.h"

#include <QtConcurrentRun>

#include <sodium.h>

#include <algorithm>
#include <array>

namespace simiao::security {

namespace {

constexpr unsigned long long kPasses = 2;
constexpr std::size_t kMemoryBytes = 64 * 1024 * 1024;

using VerifierBuffer = std::array<char, crypto_pwhash_STRBYTES>;

} // namespace

Result<QString> hashPassword(const QString &password)
{
    const PasswordBytes bytes(password);
    VerifierBuffer verifier{};
    if (!isSodiumReady()
        || crypto_pwhash_str(verifier.data(), bytes.data(), bytes.size(), kPasses, kMemoryBytes) != 0)
        return Error{ErrorKind::Unavailable, QStringLiteral("password.hash")};
    return QString::fromLatin1(verifier.data());
}

bool verifyPassword(const QString &hash, const QString &password)
{
    const PasswordBytes bytes(password);
    const QByteArray stored = hash.toLatin1();
    VerifierBuffer verifier{};
    if (!isSodiumReady() || std::size_t(stored.size()) >= verifier.size())
        return false;
    std::ranges::copy(stored, verifier.begin());
    return crypto_pwhash_str_verify(verifier.data(), bytes.data(), bytes.size()) == 0;
}

QString decoyVerifier()
{
    // Of 32 random bytes that nobody kept. A literal, so that the first unknown name costs no extra hashing.
    return QStringLiteral("$argon2id$v=19$m=65536,t=2,p=1$AN2nnUXc4015QX9WQqw1dg$"
                          "QXJycf0ya1xNPUwDrrbca6/ZBU+xbZkVi83+UDyfj3g");
}

Task<Result<QString>> hashPasswordAsync(QString password)
{
    return taskOf(QtConcurrent::run([password = std::move(password)] { return hashPassword(password); }));
}

Task<bool> verifyPasswordAsync(QString hash, QString password)
{
    return taskOf(QtConcurrent::run(
        [hash = std::move(hash), password = std::move(password)] { return verifyPassword(hash, password); }));
}

} // namespace simiao::security
