#include "bench/bare_visits.h"

#include <QByteArrayList>
#include <QFile>

#include <sqlite3.h>

#include <map>
#include <vector>

namespace simiao::bench {

namespace {

void must(sqlite3 *database, int code)
{
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
        qFatal("sqlite3: %s", sqlite3_errmsg(database));
}

void run(sqlite3 *database, const QByteArray &sql)
{
    must(database, sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr));
}

/// One row to write, with its values as sqlite3 keeps them.
struct Write
{
    sqlite3_stmt *statement = nullptr;
    std::vector<sqlite3_value *> values;
};

/// Tables of a signature, oldest first; `update` where the row was there before.
struct Part
{
    const char *table;
    const char *ofVisit; ///< which rows of the table belong to visit ?1, counted from the first
    bool isUpdate;
};

// The n-th of the last :visits signatures; rows hang on its encounter.
constexpr const char *kSignature =
    "(SELECT json_extract(event, '$.command') FROM audit_event WHERE act = 'composition.sign' "
    "ORDER BY sequence LIMIT 1 OFFSET ?1)";
constexpr const char *kEncounter =
    "(SELECT encounter FROM composition WHERE status = 'final' ORDER BY id LIMIT 1 OFFSET ?1)";

constexpr Part kParts[] = {
    {"composition", "encounter = %encounter", false},
    {"condition", "encounter = %encounter", false},
    {"prescription", "encounter = %encounter", false},
    {"medication_request", "encounter = %encounter", false},
    {"task", "encounter = %encounter", true},
    {"encounter", "id = %encounter", true},
    {"audit_event", "json_extract(event, '$.command') = %signature", false},
    {"command", "json_extract(receipt, '$.command') = %signature", false},
};

QByteArray condition(const Part &part)
{
    return QByteArray(part.ofVisit).replace("%encounter", kEncounter).replace("%signature", kSignature);
}

} // namespace

struct BareVisits::Data
{
    sqlite3 *database = nullptr;
    std::map<QByteArray, sqlite3_stmt *> statements;
    std::vector<std::vector<Write>> visits;

    sqlite3_stmt *prepared(const QByteArray &sql)
    {
        auto &statement = statements[sql];
        if (!statement)
            must(database, sqlite3_prepare_v2(database, sql.constData(), -1, &statement, nullptr));
        return statement;
    }

    sqlite3_stmt *writing(const Part &part, sqlite3_stmt *row)
    {
        QByteArrayList columns;
        QByteArrayList marks;
        QByteArrayList settings;
        for (int i = 0; i < sqlite3_column_count(row); ++i) {
            columns.append(sqlite3_column_name(row, i));
            marks.append('?' + QByteArray::number(i + 1));
            settings.append(columns.last() + " = " + marks.last());
        }
        const QByteArray table(part.table);
        if (part.isUpdate)
            return prepared("UPDATE " + table + " SET " + settings.mid(1).join(", ") + " WHERE id = ?1");
        return prepared("INSERT INTO " + table + " (" + columns.join(", ") + ") VALUES (" + marks.join(", ")
                        + ')');
    }

    void remember(int visit, const Part &part)
    {
        auto *select = prepared("SELECT * FROM " + QByteArray(part.table) + " WHERE " + condition(part));
        must(database, sqlite3_bind_int(select, 1, visit));
        while (sqlite3_step(select) == SQLITE_ROW) {
            Write write{writing(part, select), {}};
            for (int i = 0; i < sqlite3_column_count(select); ++i)
                write.values.push_back(sqlite3_value_dup(sqlite3_column_value(select, i)));
            visits[std::size_t(visit)].push_back(std::move(write));
        }
        must(database, sqlite3_reset(select));
    }

    void takeOut()
    {
        for (const char *trigger : {"audit_event_no_delete", "audit_event_no_update"})
            run(database, QByteArray("DROP TRIGGER ") + trigger);
        run(database, "UPDATE task SET status = 'in-progress'");
        run(database, "UPDATE encounter SET status = 'in-progress'");
        for (const char *table : {"medication_request", "prescription", "condition", "composition"})
            run(database, QByteArray("DELETE FROM ") + table);
        run(database,
            "DELETE FROM command WHERE json_extract(receipt, '$.command') IN (SELECT json_extract(event, "
            "'$.command') FROM audit_event WHERE act = 'composition.sign')");
        run(database, "DELETE FROM audit_event WHERE act = 'composition.sign'");
        run(database, "VACUUM");
    }
};

BareVisits::BareVisits(const QString &signedDatabase, const QString &copy, int visits)
    : m_data(std::make_unique<Data>())
{
    if (!QFile::copy(signedDatabase, copy))
        qFatal("cannot copy %s", qPrintable(signedDatabase));
    must(nullptr, sqlite3_open(copy.toUtf8().constData(), &m_data->database));
    for (const char *setting : {"PRAGMA locking_mode = EXCLUSIVE", "PRAGMA journal_mode = WAL",
                                "PRAGMA synchronous = FULL", "PRAGMA wal_autocheckpoint = 0"})
        run(m_data->database, setting);
    m_data->visits.resize(std::size_t(visits));
    for (int visit = 0; visit < visits; ++visit) {
        for (const auto &part : kParts)
            m_data->remember(visit, part);
    }
    m_data->takeOut();
}

BareVisits::~BareVisits()
{
    for (const auto &visit : m_data->visits) {
        for (const auto &write : visit) {
            for (auto *value : write.values)
                sqlite3_value_free(value);
        }
    }
    for (const auto &[sql, statement] : m_data->statements)
        sqlite3_finalize(statement);
    sqlite3_close(m_data->database);
}

std::size_t BareVisits::rowsOf(int visit) const
{
    return m_data->visits.at(std::size_t(visit)).size();
}

void BareVisits::rest()
{
    run(m_data->database, "PRAGMA wal_checkpoint(PASSIVE)");
}

void BareVisits::write(int visit)
{
    run(m_data->database, "BEGIN IMMEDIATE");
    for (const auto &write : m_data->visits.at(std::size_t(visit))) {
        for (std::size_t i = 0; i < write.values.size(); ++i)
            must(m_data->database, sqlite3_bind_value(write.statement, int(i + 1), write.values[i]));
        must(m_data->database, sqlite3_step(write.statement));
        must(m_data->database, sqlite3_reset(write.statement));
    }
    run(m_data->database, "COMMIT");
}

} // namespace simiao::bench
