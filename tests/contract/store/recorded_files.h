#pragma once

#include <QByteArray>

#include <array>
#include <vector>

namespace simiao::test {

/// What happened to the files of one SQLite database, in order: what a disk could have kept of it is made from that.
/// SQLite's files on this system do the work; their flushes are only written down.
class RecordedFiles
{
public:
    enum File { Database, Log, kFiles };
    enum Kind { Write, Flush, Truncate };
    struct Act
    {
        File file = Database;
        Kind kind = Write;
        qint64 at = 0; ///< bytes; of Truncate the new size
        QByteArray bytes;
    };
    using Image = std::array<QByteArray, kFiles>;

    /// Makes itself what SQLite opens files with from now on; call it before anything is opened.
    static void install();
    /// Everything since the last call of begin().
    static const std::vector<Act> &acts();
    static void begin();
};

} // namespace simiao::test
