#include "shell/shell_memory.h"

#include "core/log.h"
#include "core/small_file.h"
#include "core/try.h"

namespace simiao::shell {

namespace {

Result<Json> readValues(Disk &disk, const QString &path)
{
    TRY(const auto bytes, readSmallFile(disk, path));
    TRY(auto values, Json::parse(bytes));
    if (!values.isObject())
        return Error{ErrorKind::Corrupt, QStringLiteral("json.shape"), path};
    return values;
}

bool isMissing(const Result<Json> &values)
{
    return !values && values.error().kind == ErrorKind::NotFound;
}

/// What was remembered last, or, where that cannot be read, the time before.
Json readEither(Disk &disk, const QString &path)
{
    auto values = readValues(disk, path);
    if (values)
        return *std::move(values);
    auto before = readValues(disk, path + QStringLiteral(".previous"));
    if (!isMissing(values) || !(before || isMissing(before)))
        log::error(values.error());
    return before ? *std::move(before) : Json(Json::Object{});
}

} // namespace

ShellMemory::ShellMemory(std::shared_ptr<Disk> disk, QString path)
    : m_disk(std::move(disk))
    , m_path(std::move(path))
    , m_values(m_path.isEmpty() ? Json(Json::Object{}) : readEither(*m_disk, m_path))
{
    m_writer.setMaxThreadCount(1);
}

ShellMemory::~ShellMemory()
{
    m_writer.waitForDone();
}

void ShellMemory::set(const QString &key, const QString &value)
{
    if (m_values[key].toString() == value)
        return;
    m_values.insert(key, value);
    writeBehind();
}

void ShellMemory::writeBehind()
{
    if (m_path.isEmpty())
        return;
    m_writer.start([disk = m_disk, path = m_path, bytes = m_values.pretty()] {
        if (const auto written = AtomicFile(disk).write(path, bytes); !written)
            log::error(written.error());
    });
}

} // namespace simiao::shell
