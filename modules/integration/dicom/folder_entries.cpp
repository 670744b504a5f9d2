#include "integration/dicom/folder_entries.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <dirent.h>

#include <cerrno>
#include <memory>
#endif

namespace simiao::dicom {

namespace {

void take(FolderEntries &entries, const QFileInfo &entry)
{
    if (entry.isDir())
        entries.folders.append(entry.fileName());
    else if (entry.isFile())
        (entry.isSymLink() ? entries.linkedFiles : entries.files).append(entry.fileName());
}

} // namespace

#ifdef Q_OS_UNIX

namespace {

/// At the end null with errno 0, as only the end leaves it.
const dirent *nextOf(DIR *open)
{
    errno = 0;
    return readdir(open);
}

} // namespace

FolderEntries entriesOf(const QString &folder)
{
    FolderEntries entries;
    const std::unique_ptr<DIR, decltype([](DIR *open) { closedir(open); })> open(
        opendir(QFile::encodeName(folder).constData()));
    if (!open)
        return entries;
    while (const auto *entry = nextOf(open.get())) {
        if (entry->d_name[0] == '.')
            continue;
        const QString name = QFile::decodeName(entry->d_name);
        if (entry->d_type == DT_REG)
            entries.files.append(name);
        else if (entry->d_type == DT_DIR)
            entries.folders.append(name);
        else // a link, or a file system that does not say
            take(entries, QFileInfo(QDir(folder), name));
    }
    entries.isWhole = errno == 0;
    entries.files.sort();
    entries.folders.sort();
    entries.linkedFiles.sort();
    return entries;
}

#else

FolderEntries entriesOf(const QString &folder)
{
    FolderEntries entries;
    for (const auto &entry : QDir(folder).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name))
        take(entries, entry);
    entries.isWhole = QFileInfo(folder).isReadable();
    return entries;
}

#endif

} // namespace simiao::dicom
