#pragma once

#include <QString>

#include <optional>

namespace simiao::dicom {

/// Opens files one after the other, on Unix those of one folder by their names alone: the system goes the way to it once.
/// \thread one at a time
class FileOpener
{
public:
    FileOpener() = default;
    ~FileOpener();
    Q_DISABLE_COPY_MOVE(FileOpener)

#ifdef Q_OS_UNIX
    /// For reading. \returns a descriptor that is the caller's, below 0 where there is none
    int open(const QString &path);

private:
    void leave();

    QString m_place; ///< of the last file, with the slash
    std::optional<int>
        m_folder; ///< its descriptor, once a second file of it was opened; below 0 where it has none
#endif
};

} // namespace simiao::dicom
