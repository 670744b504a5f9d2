#include "security/password_hash.h"

#include "core/task_of.h"

#include <QtConcurrentRun>

#include <sodium.h>

#include <algorithm>
#include <array>

namespace simiao::security {

namespace {

constexpr unsigned long long kPasses = 2;
constexpr std::size_t kMemoryBytes = 64 * 1024 * 1024;

using VerifierBuffer = std::array<char, crypto_pwhash_STRBYTES>;

/// The bytes that are hashed; wiped when they go.
class PasswordBytes
{
public:
    explicit PasswordBytes(const QString &password)
        : m_utf8(password.normalized(QString::NormalizationForm_C).toUtf8())
    {
    }
    PasswordBytes(const PasswordBytes &) = delete;
    PasswordBytes &operator=(const PasswordBytes &) = delete;
    ~PasswordBytes() { sodium_memzero(m_utf8.data(), std::size_t(m_utf8.size())); }

    const char *data() const { return m_utf8.constData(); }
    unsigned long long size() const { return static_cast<unsigned long long>(m_utf8.size()); }

private:
    QByteArray m_utf8;
};

bool isSodiumReady()
{
    static const bool isReady = sodium_init() >= 0;
    return isReady;
}

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
