#include "integration/dicom/index/header_index.h"

#include "core/hash.h"
#include "integration/dicom/plane.h"

#include <QDataStream>
#include <QFile>

#include <sqlite3.h>

#include <utility>

namespace simiao::dicom {

namespace {

constexpr qint64 kApplication = 0x53'49'4D'49; // "SIMI"
constexpr qint64 kVersion = 5;
/// A hundred thousand headers; what is more begins anew.
constexpr qint64 kMostBytes = qint64{96} << 20;
constexpr int kHashBytes = 8;

/// A statement that is finished with its scope.
class Statement
{
public:
    Statement(sqlite3 *database, const char *sql)
    {
        sqlite3_prepare_v2(database, sql, -1, &m_statement, nullptr);
    }
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    ~Statement() { sqlite3_finalize(m_statement); }

    explicit operator bool() const { return m_statement != nullptr; }
    void bind(int index, const QString &text)
    {
        const auto bytes = text.toUtf8();
        sqlite3_bind_text(m_statement, index, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
    }
    void bind(int index, qint64 number) { sqlite3_bind_int64(m_statement, index, number); }
    void bind(int index, const QByteArray &bytes)
    {
        sqlite3_bind_blob(m_statement, index, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
    }
    int step() { return sqlite3_step(m_statement); }
    void reset() { sqlite3_reset(m_statement); }
    qint64 number(int column) { return sqlite3_column_int64(m_statement, column); }
    QByteArray bytes(int column)
    {
        const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
        return {data, sqlite3_column_bytes(m_statement, column)};
    }

private:
    sqlite3_stmt *m_statement = nullptr;
};

void write(QDataStream &stream, const imaging::Vector3 &vector)
{
    for (const double value : vector)
        stream << value;
}

void read(QDataStream &stream, imaging::Vector3 &vector)
{
    for (double &value : vector)
        stream >> value;
}

void write(QDataStream &stream, const InstanceHeader &header)
{
    const auto &series = header.series;
    stream << series.studyInstanceUid << series.seriesInstanceUid << series.modality
           << series.studyDescription << series.seriesDescription << qint32{series.seriesNumber}
           << series.studyDate << series.studyTime << series.patientName << series.patientId
           << series.patientBirthDate << series.patientSex << header.instance.sopInstanceUid
           << qint32{header.instance.instanceNumber} << qint32{header.instance.frames}
           << series.frameOfReferenceUid << series.bodyPart << header.instance.framesPerSecond.has_value()
           << header.instance.framesPerSecond.value_or(0) << header.orientation.has_value()
           << header.position.has_value() << header.instance.laterality << header.instance.view
           << static_cast<qint32>(header.instance.role);
    if (header.orientation) {
        write(stream, header.orientation->alongRow);
        write(stream, header.orientation->alongColumn);
    }
    if (header.position)
        write(stream, *header.position);
}

void read(QDataStream &stream, InstanceHeader &header)
{
    auto &series = header.series;
    qint32 seriesNumber = 0;
    qint32 instanceNumber = 0;
    qint32 frames = 1;
    qint32 role = 0;
    bool hasRate = false;
    double rate = 0;
    bool hasOrientation = false;
    bool hasPosition = false;
    stream >> series.studyInstanceUid >> series.seriesInstanceUid >> series.modality
        >> series.studyDescription >> series.seriesDescription >> seriesNumber >> series.studyDate
        >> series.studyTime >> series.patientName >> series.patientId >> series.patientBirthDate
        >> series.patientSex >> header.instance.sopInstanceUid >> instanceNumber >> frames
        >> series.frameOfReferenceUid >> series.bodyPart >> hasRate >> rate >> hasOrientation >> hasPosition
        >> header.instance.laterality >> header.instance.view >> role;
    header.instance.role = workflow::ImageRole(role);
    series.seriesNumber = seriesNumber;
    header.instance.instanceNumber = instanceNumber;
    header.instance.frames = frames;
    if (hasOrientation) {
        imaging::ImageOrientation orientation{};
        read(stream, orientation.alongRow);
        read(stream, orientation.alongColumn);
        header.orientation = orientation;
    }
    if (hasPosition)
        read(stream, header.position.emplace());
    if (hasRate)
        header.instance.framesPerSecond = rate;
    header.instance.plane = slicePlane(header.orientation, header.position);
}

QByteArray encoded(const IndexedHeader &entry)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << entry.header.has_value() << entry.refusal;
    if (entry.header)
        write(stream, *entry.header);
    return bytes;
}

/// False where the bytes are not what encoded() gives.
bool decode(const QByteArray &bytes, IndexedHeader &entry)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    bool hasHeader = false;
    stream >> hasHeader >> entry.refusal;
    if (hasHeader)
        read(stream, entry.header.emplace());
    return stream.status() == QDataStream::Ok && stream.atEnd();
}

/// Of everything in a row.
QByteArray hashOf(const QString &folder, const IndexedHeader &entry, const QByteArray &content)
{
    const auto state =
        QByteArray::number(entry.state.modifiedMs) + '/' + QByteArray::number(entry.state.size);
    return sha256(folder.toUtf8() + '\0' + entry.name.toUtf8() + '\0' + state + '\0' + content)
        .first(kHashBytes);
}

} // namespace

HeaderIndex::HeaderIndex(QString file)
    : m_file(std::move(file))
{
}

bool HeaderIndex::isOpen()
{
    if (!std::exchange(m_wasOpened, true)) {
        if (QFile(m_file).size() > kMostBytes)
            QFile::remove(m_file);
        if (!open())
            startAnew();
    }
    return m_database != nullptr;
}

HeaderIndex::~HeaderIndex()
{
    close();
}

void HeaderIndex::close()
{
    sqlite3_close(m_database);
    m_database = nullptr;
}

bool HeaderIndex::execute(const QByteArray &sql)
{
    return sqlite3_exec(m_database, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

qint64 HeaderIndex::pragma(const char *sql, bool &isOk)
{
    Statement statement(m_database, sql);
    isOk = isOk && statement && statement.step() == SQLITE_ROW;
    return isOk ? statement.number(0) : 0;
}

/// Nothing here is worth a flush: what a power cut breaks is read again.
bool HeaderIndex::open()
{
    constexpr int kHow = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(QFile::encodeName(m_file).constData(), &m_database, kHow, nullptr) != SQLITE_OK)
        return false;
    QFile::setPermissions(m_file, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return execute(
               "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = OFF;")
        && isOurs()
        && execute("CREATE TABLE IF NOT EXISTS header (folder TEXT NOT NULL, name TEXT NOT NULL, modified "
                   "INTEGER "
                   "NOT NULL, size INTEGER NOT NULL, content BLOB NOT NULL, hash BLOB NOT NULL, PRIMARY KEY "
                   "(folder, name)) STRICT, WITHOUT ROWID");
}

/// An empty file becomes ours; another program's, or another version's, is none.
bool HeaderIndex::isOurs()
{
    bool isOk = true;
    const auto tables = pragma("SELECT count(*) FROM sqlite_schema", isOk);
    const auto application = pragma("PRAGMA application_id", isOk);
    const auto version = pragma("PRAGMA user_version", isOk);
    if (isOk && tables == 0 && application == 0)
        return execute("PRAGMA application_id = " + QByteArray::number(kApplication)
                       + "; PRAGMA user_version = " + QByteArray::number(kVersion));
    return isOk && application == kApplication && version == kVersion;
}

void HeaderIndex::startAnew()
{
    close();
    QFile::remove(m_file);
    QFile::remove(m_file + QStringLiteral("-journal"));
    if (!open())
        close();
}

IndexedFolder HeaderIndex::of(const QString &folder)
{
    const std::scoped_lock lock(m_mutex);
    IndexedFolder found;
    if (isOpen() && !load(folder, found)) {
        startAnew();
        found.clear();
    }
    return found;
}

bool HeaderIndex::load(const QString &folder, IndexedFolder &found)
{
    Statement select(m_database, "SELECT name, modified, size, content, hash FROM header WHERE folder = ?1");
    if (!select)
        return false;
    select.bind(1, folder);
    int step = select.step();
    for (; step == SQLITE_ROW; step = select.step()) {
        IndexedHeader entry{.name = QString::fromUtf8(select.bytes(0)),
                            .state = {select.number(1), select.number(2)},
                            .header = std::nullopt,
                            .refusal = {}};
        const auto content = select.bytes(3);
        if (hashOf(folder, entry, content) != select.bytes(4) || !decode(content, entry))
            continue;
        if (entry.header)
            entry.header->instance.location = folder + QLatin1Char('/') + entry.name;
        found.insert(entry.name, std::move(entry));
    }
    return step == SQLITE_DONE;
}

void HeaderIndex::remember(const QString &folder, const std::vector<IndexedHeader> &entries)
{
    const std::scoped_lock lock(m_mutex);
    if (!entries.empty() && isOpen() && !store(folder, entries))
        startAnew();
}

bool HeaderIndex::store(const QString &folder, const std::vector<IndexedHeader> &entries)
{
    if (!execute("BEGIN IMMEDIATE"))
        return false;
    Statement insert(m_database, "INSERT OR REPLACE INTO header VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    bool isOk = bool(insert);
    for (std::size_t i = 0; isOk && i < entries.size(); ++i) {
        const auto &entry = entries[i];
        const auto content = encoded(entry);
        insert.bind(1, folder);
        insert.bind(2, entry.name);
        insert.bind(3, entry.state.modifiedMs);
        insert.bind(4, entry.state.size);
        insert.bind(5, content);
        insert.bind(6, hashOf(folder, entry, content));
        isOk = insert.step() == SQLITE_DONE;
        insert.reset();
    }
    // A disk that is full is no damage: what was known stays.
    if (!isOk)
        return execute("ROLLBACK") || sqlite3_get_autocommit(m_database) != 0;
    return execute("COMMIT");
}

} // namespace simiao::dicom
