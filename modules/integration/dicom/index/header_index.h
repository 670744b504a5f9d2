#pragma once

#include "integration/dicom/header.h"

#include <QHash>

#include <memory>
#include <mutex>
#include <vector>

struct sqlite3;

namespace simiao::dicom {

/// State of a file that is compared before its header is believed.
struct FileState
{
    qint64 modifiedMs = 0; ///< since 1970, UTC
    qint64 size = 0;

    bool operator==(const FileState &) const = default;
};

/// What reading the header of a file gave: the header, or the code of why there is none.
struct IndexedHeader
{
    QString name; ///< of the file in its folder
    FileState state;
    std::optional<InstanceHeader> header;
    QString refusal; ///< `imaging.not-dicom` …

    bool operator==(const IndexedHeader &) const = default;
};

using IndexedFolder = QHash<QString, IndexedHeader>; ///< by name

/// Headers of files that were looked at before, in one SQLite file of the profile's cache. It may be deleted at any time; one that is
/// damaged, of another program or of another version is thrown away and made anew, and where not even that can be done nothing is
/// remembered. Rows bear a hash: SQLite does not notice flipped bits, and a wrong name is worse than none.
/// \thread  any, several at a time
class HeaderIndex
{
public:
    explicit HeaderIndex(QString file);
    ~HeaderIndex();
    HeaderIndex(const HeaderIndex &) = delete;
    HeaderIndex &operator=(const HeaderIndex &) = delete;

    /// Everything known of one folder.
    IndexedFolder of(const QString &folder);
    /// Adds or replaces entries of a folder.
    void remember(const QString &folder, const std::vector<IndexedHeader> &entries);

private:
    /// At the first use: a program that shows no pictures opens nothing.
    bool isOpen();
    bool open();
    bool isOurs();
    bool execute(const QByteArray &sql);
    qint64 pragma(const char *sql, bool &isOk);
    /// What is there is no index: gone with it, and a new one.
    void startAnew();
    void close();
    bool store(const QString &folder, const std::vector<IndexedHeader> &entries);
    bool load(const QString &folder, IndexedFolder &found);

    QString m_file;
    std::mutex m_mutex;
    bool m_wasOpened = false;
    sqlite3 *m_database = nullptr; ///< null: nothing is remembered
};

} // namespace simiao::dicom
