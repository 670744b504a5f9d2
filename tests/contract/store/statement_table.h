#pragma once

#include "contract/store/sqlite_profile.h"
#include "sqlite/sqlite_connector.h"
#include "sqlite/sqlite_errors.h"
#include "sqlite/sqlite_statements.h"

namespace simiao::test {

/// A way to prepare statements: by QtSql or by SQLite itself.
struct Way
{
    storage::PrepareReading (*reading)(const QSqlDatabase &);
    storage::PrepareWriting (*writing)(const QSqlDatabase &);
};

inline Way withQtSql()
{
    return {
        [](const QSqlDatabase &database) { return storage::readingWithQtSql(database, sqlite::mapError); },
        [](const QSqlDatabase &database) { return storage::writingWithQtSql(database, sqlite::mapError); }};
}

inline Way withSqlite()
{
    return {sqlite::readingWithSqlite, sqlite::writingWithSqlite};
}

/// A row of test data for each way.
inline void eachWay()
{
    QTest::addColumn<Way>("way");
    QTest::newRow("QtSql") << withQtSql();
    QTest::newRow("SQLite") << withSqlite();
}

/// A table of three columns in a database of its own, and a way to write and read it.
struct StatementTable
{
    explicit StatementTable(const Way &way)
        : connection(must(sqlite::openPlain(profile.path("t.db"), sqlFolder())))
        , reading(way.reading(connection->database()))
        , writing(way.writing(connection->database()))
    {
        run(QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, a ANY, b ANY UNIQUE) STRICT"));
    }
    ~StatementTable()
    {
        reading = nullptr;
        writing = nullptr;
    }
    StatementTable(const StatementTable &) = delete;
    StatementTable &operator=(const StatementTable &) = delete;

    std::unique_ptr<storage::WritingStatement> inserting() const
    {
        return must(writing(QStringLiteral("INSERT INTO t (id, a, b) VALUES (:id, :a, :b)"),
                            {QStringLiteral("id"), QStringLiteral("a"), QStringLiteral("b")}));
    }
    static std::vector<const Scalar *> bound(const Row &values)
    {
        std::vector<const Scalar *> all;
        for (const auto &value : values)
            all.push_back(&value);
        return all;
    }
    static Result<qint64> write(storage::WritingStatement &statement, const Row &values)
    {
        return statement.run(bound(values));
    }
    /// What a query gives, its first column.
    QStringList read(const QString &sql) const { return must(connection->readColumn(sql)); }
    void run(const QString &sql) const { QVERIFY(connection->runScript(sql)); }

    template <typename T>
    static T must(Result<T> result)
    {
        if (!result)
            qFatal("%s", qPrintable(logLine(result.error())));
        return *std::move(result);
    }

    Profile profile;
    std::unique_ptr<storage::Connection> connection;
    storage::PrepareReading reading;
    storage::PrepareWriting writing;
};

} // namespace simiao::test

Q_DECLARE_METATYPE(simiao::test::Way)
