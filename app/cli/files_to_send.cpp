#include "cli/files_to_send.h"

#include "integration/dicom/file_head.h"
#include "integration/dicomweb/object_identity.h"

#include <QDirIterator>

#include <array>

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kMediaStorageDirectory = "1.2.840.10008.1.3.10"_L1;
/// File meta information ends before this.
constexpr std::size_t kFront = 4096;

bool isMediumDirectory(const QString &path)
{
    std::array<char, kFront> room;
    const auto count = dicom::readFileHead(path, room);
    const auto identity = dicomweb::identify(std::span(room).first(count));
    return identity && identity->sopClassUid == kMediaStorageDirectory;
}

} // namespace

QStringList filesToSend(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return {path};
    QStringList files;
    for (QDirIterator each(path, QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
        const auto file = each.next();
        if (!isMediumDirectory(file))
            files.append(file);
    }
    files.sort();
    return files;
}

} // namespace simiao::cli
