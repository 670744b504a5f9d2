#include "shell/shell_memory.h"

#include "core/log.h"

namespace simiao::shell {

ShellMemory::ShellMemory(std::shared_ptr<Disk> disk, QString path)
    : m_disk(std::move(disk))
    , m_path(std::move(path))
    , m_values(Json::Object{})
{
    m_writer.setMaxThreadCount(1);
    if (m_path.isEmpty() || !m_disk->exists(m_path))
        return;
    const auto bytes = AtomicFile(m_disk).read(m_path);
    const auto values = bytes ? Json::parse(*bytes) : Result<Json>(bytes.error());
    if (!values)
        log::error(values.error());
    else if (values->isObject())
        m_values = *values;
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
