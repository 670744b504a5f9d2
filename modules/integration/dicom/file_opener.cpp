#include "integration/dicom/file_opener.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace simiao::dicom {

#ifdef Q_OS_UNIX

namespace {

// O_NONBLOCK: a pipe with the name of an image must not hold up a listing.
constexpr int kForReading = O_RDONLY | O_CLOEXEC | O_NONBLOCK;

} // namespace

FileOpener::~FileOpener()
{
    leave();
}

int FileOpener::open(const QString &path)
{
    const bool isHere =
        !m_place.isEmpty() && path.startsWith(m_place) && path.indexOf(u'/', m_place.size()) < 0;
    if (!isHere) {
        leave();
        m_place = path.first(path.lastIndexOf(u'/') + 1);
        return ::open(QFile::encodeName(path).constData(), kForReading);
    }
    if (!m_folder) // the second one: it pays
        m_folder = ::open(QFile::encodeName(m_place).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (*m_folder < 0)
        return ::open(QFile::encodeName(path).constData(), kForReading);
    return ::openat(*m_folder, QFile::encodeName(path.sliced(m_place.size())).constData(), kForReading);
}

void FileOpener::leave()
{
    if (m_folder && *m_folder >= 0)
        ::close(*m_folder);
    m_folder.reset();
}

#else

FileOpener::~FileOpener() = default;

#endif

} // namespace simiao::dicom
