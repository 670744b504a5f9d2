#include "integration/dicom/index/known_headers.h"

#include <QDateTime>
#include <QFileInfo>

namespace simiao::dicom {

namespace {

/// A file that was written just now may be written again within the resolution of its time: it is not believed yet.
constexpr qint64 kSettledMs = 2'000;

bool isSettled(const FileState &state)
{
    return QDateTime::currentMSecsSinceEpoch() - state.modifiedMs > kSettledMs;
}

Result<InstanceHeader> answerOf(const IndexedHeader &entry)
{
    if (entry.header)
        return *entry.header;
    return Error{ErrorKind::Invalid, entry.refusal};
}

/// What depends on the moment, such as a right that is missing, is asked again.
bool isLasting(const Result<InstanceHeader> &header)
{
    return header || header.error().kind == ErrorKind::Invalid;
}

} // namespace

Result<InstanceHeader> KnownHeaders::readFile(const QString &path)
{
    ++m_readFiles;
    if (auto scanned = m_scanner.scan(path))
        return *std::move(scanned);
    return m_how.parse ? m_how.parse(path) : parseHeader(path);
}

Result<InstanceHeader> KnownHeaders::read(const QString &path)
{
    if (!m_how.index)
        return readFile(path);
    const QFileInfo file(path);
    const FileState state{file.lastModified().toMSecsSinceEpoch(), file.size()};
    const auto folder = file.absolutePath();
    if (!m_folders.contains(folder))
        m_folders.insert(folder, m_how.index->of(folder));
    const auto &known = m_folders[folder];
    const auto entry = known.find(file.fileName());
    if (entry != known.end() && entry->state == state)
        return answerOf(*entry);

    auto header = readFile(path);
    if (isSettled(state) && isLasting(header))
        m_fresh[folder].push_back({.name = file.fileName(),
                                   .state = state,
                                   .header = header ? std::optional(*header) : std::nullopt,
                                   .refusal = header ? QString() : header.error().code});
    return header;
}

void KnownHeaders::remember()
{
    for (auto folder = m_fresh.begin(); m_how.index && folder != m_fresh.end(); ++folder)
        m_how.index->remember(folder.key(), *folder);
    m_fresh.clear();
}

} // namespace simiao::dicom
