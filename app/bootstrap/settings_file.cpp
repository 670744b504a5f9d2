#include "bootstrap/settings_file.h"

#include "core/atomic_file.h"
#include "core/log.h"
#include "core/small_file.h"
#include "core/try.h"

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;

namespace {

QString lastGoodOf(const QString &path)
{
    return path + u".last-good"_s;
}

/// Nothing of a file that does not read is taken.
Result<Config> tried(const Config &config, const QByteArray &bytes, const QString &path)
{
    auto with = config;
    TRY_VOID(with.readToml(bytes, path));
    return with;
}

/// A file that ends in the middle of a line of the one before was cut off, not edited.
bool isCutOff(const QByteArray &bytes, const QByteArray &before)
{
    return bytes.size() < before.size() && before.startsWith(bytes) && !bytes.endsWith('\n');
}

/// Why the file is not used; nothing when it is.
std::optional<Error> faultOf(Config &config,
                             const Result<QByteArray> &bytes,
                             const Result<QByteArray> &before,
                             const QString &path)
{
    if (!bytes && bytes.error().kind == ErrorKind::NotFound)
        return before ? std::optional(Error{ErrorKind::NotFound, u"config.missing"_s, path}) : std::nullopt;
    if (!bytes)
        return bytes.error();
    if (before && isCutOff(*bytes, *before))
        return Error{ErrorKind::Corrupt, u"config.truncated"_s, path};
    auto read = tried(config, *bytes, path);
    if (!read)
        return std::move(read).error();
    config = *std::move(read);
    return std::nullopt;
}

/// As it is told when the older generation is used.
Error told(const Error &fault)
{
    const bool isOwn = fault.code == "config.missing"_L1 || fault.code == "config.truncated"_L1;
    return isOwn ? fault : Error{fault.kind, u"config.last-good"_s, fault.detail};
}

} // namespace

Result<std::optional<Error>> readSettingsFile(Config &config, const QString &path)
{
    if (path.isEmpty())
        return std::optional<Error>();
    const auto disk = systemDisk();
    const auto before = readSmallFile(*disk, lastGoodOf(path));
    const auto fault = faultOf(config, readSmallFile(*disk, path), before, path);
    if (!fault)
        return std::optional<Error>();
    if (!before)
        return *fault;
    TRY(config, tried(config, *before, lastGoodOf(path)));
    return std::optional(told(*fault));
}

void keepSettingsFile(const QString &path)
{
    const auto disk = systemDisk();
    const auto bytes = readSmallFile(*disk, path);
    const auto before = readSmallFile(*disk, lastGoodOf(path));
    if (!bytes || (before && *bytes == *before))
        return;
    if (const auto kept = AtomicFile(disk).write(lastGoodOf(path), *bytes); !kept)
        log::error(kept.error());
}

} // namespace simiao::bootstrap
