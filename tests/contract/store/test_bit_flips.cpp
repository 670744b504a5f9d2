#include "contract/store/bare_tables.h"
#include "storage/entity_types.h"
#include "storage/mapping/row_mapping.h"
#include "storage/migration/migration.h"
#include "support/world.h"
#include "workflow/ports/audit_queries.h"

#include <QDirIterator>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

#include <limits>

namespace simiao::test {

namespace {

using namespace Qt::StringLiterals;

/// A value that fits the column; which one does not matter to a hash.
Scalar sampleOf(const FieldInfo &field)
{
    switch (field.kind) {
    case StorageKind::Id: return QByteArray(16, 'k');
    case StorageKind::Integer:
    case StorageKind::Money:
    case StorageKind::Boolean: return qint64(1);
    case StorageKind::Instant: return qint64(1'795'314'600'000'000);
    case StorageKind::Date: return u"2026-11-22"_s;
    case StorageKind::Decimal: return u"0.50"_s;
    case StorageKind::Document: return u"{}"_s;
    case StorageKind::Text:
    case StorageKind::Code: return u"张伟 0.5 g"_s;
    }
    return {};
}

Row sampleOf(const TypeInfo &type)
{
    Row row;
    for (const auto &field : type.fields)
        row.push_back(sampleOf(field));
    return row;
}

/// The lowest bit of a number, or of the first byte.
QVariant flipped(const QVariant &value)
{
    if (value.typeId() == QMetaType::LongLong || value.typeId() == QMetaType::Int)
        return value.toLongLong() ^ 1;
    QByteArray bytes =
        value.typeId() == QMetaType::QByteArray ? value.toByteArray() : value.toString().toUtf8();
    bytes[0] = char(bytes[0] ^ 1);
    if (value.typeId() == QMetaType::QByteArray)
        return bytes;
    return QString::fromLatin1(bytes); // of a multi-byte character other ones
}

} // namespace

/// One bit in each column of one row of each table: noticed by the statement that would show it.
class TestBitFlips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_tables.open()); }

    void isNoticedInEachColumn_data()
    {
        QTest::addColumn<int>("at");
        const auto types = storage::entityTypes();
        for (std::size_t at = 0; at < types.size(); ++at)
            QTest::newRow(types[at]->table.data()) << int(at);
    }

    void isNoticedInEachColumn()
    {
        QFETCH(int, at);
        const auto &type = *storage::entityTypes()[std::size_t(at)];
        const Row row = sampleOf(type);
        QVERIFY(m_tables->runRow(u"insert/"_s + QString(type.table), type, row, storage::rowHash(type, row)));
        QVERIFY(read(type));

        QStringList columns{u"row_hash"_s};
        for (const auto &field : type.fields)
            columns.append(QString(field.name));
        for (const auto &column : columns) {
            const QVariant value = valueOf(type, column);
            QVERIFY2(!value.isNull(), qPrintable(column));
            set(type, column, flipped(value));

            const auto shown = read(type);

            QVERIFY2(!shown, qPrintable(column));
            QCOMPARE(shown.error().kind, ErrorKind::Corrupt);
            QVERIFY2(shown.error().code.startsWith(u"row."_s), qPrintable(column));
            set(type, column, value);
        }
        QVERIFY(read(type));
    }

    /// What a statement leaves out cannot be held against what was written.
    void everyQueryBringsTheHash()
    {
        const QString root = sqlFolder() + u"/common/"_s;
        QDirIterator files(root + u"queries"_s, {u"*.sql"_s}, QDir::Files, QDirIterator::Subdirectories);
        int queries = 0;
        while (files.hasNext()) {
            const QString name = QDir(root).relativeFilePath(files.next()).chopped(4);
            const QString table = name.section(u'/', 1, 1);
            const auto columns = columnsOf(name);
            QVERIFY2(columns.contains(u"row_hash"_s), qPrintable(name));
            if (table == u"audit_event"_s)
                QVERIFY2(columns.contains(u"previous"_s) && columns.contains(u"hash"_s), qPrintable(name));
            ++queries;
        }
        QVERIFY(queries > 30);
    }

    /// Stock and places change where they stand; their hash follows, and a flipped bit never gets one.
    void aCounterIsSealedAnewByEachStatement()
    {
        const Profile profile;
        Id<scheduling::Slot> id;
        {
            const auto backend = profile.open();
            const auto world = aWorld(backend->store);
            id = world.slot.id;
            QVERIFY(book(world));
            QCOMPARE(QCoro::waitFor(workflow::load(backend->store, id))->booked, 1);
        }
        profile.tamper(u"UPDATE slot SET booked = 0"_s);

        const auto backend = profile.open();
        QCOMPARE(QCoro::waitFor(workflow::load(backend->store, id)).error().code, u"row.hash"_s);
        World world;
        world.context = {backend->store, world.policy, world.clock, std::make_shared<SeededRng>(9), {}};
        world.slot.id = id;
        const auto booked = book(world);
        QCOMPARE(booked.error().code, u"row.hash"_s);
    }

    void isNoticedInEachColumnOfTheTrail_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("event") << u"event = replace(event, 'test.seed', 'test.need')"_s;
        QTest::newRow("previous") << u"previous = x'01'"_s;
        QTest::newRow("hash") << u"hash = x'01'"_s;
        QTest::newRow("sequence") << u"sequence = 3"_s;
    }

    void isNoticedInEachColumnOfTheTrail()
    {
        QFETCH(QString, change);
        const Profile profile;
        {
            const auto backend = profile.open();
            aWorld(backend->store);
            const auto whole = trailOf(backend->store);
            QVERIFY(whole);
            QCOMPARE(whole->size(), 1U);
        }
        QVERIFY(QFile::remove(profile.path("audit.head"))); // or the start would notice some of it
        profile.tamper(u"DROP TRIGGER audit_event_no_update; UPDATE audit_event SET "_s + change);

        const auto backend = profile.open();
        QVERIFY(backend);

        QCOMPARE(trailOf(backend->store).error().code, u"audit.edited"_s);
    }

private:
    Result<Row> read(const TypeInfo &type)
    {
        const QString statement = u"row/"_s + QString(type.table);
        const QByteArray id = valueOf(type, u"id"_s).toByteArray();
        TRY(const auto rows, m_tables->run(statement, {{u"id"_s, id}}));
        TRY_VOID(rows->next());
        return storage::RowReader(type, *rows).read();
    }

    QVariant valueOf(const TypeInfo &type, const QString &column)
    {
        QSqlQuery query(m_tables->database());
        query.exec(u"SELECT %1 FROM %2"_s.arg(column, QString(type.table)));
        query.next();
        return query.value(0);
    }

    void set(const TypeInfo &type, const QString &column, const QVariant &value)
    {
        QSqlQuery query(m_tables->database());
        QVERIFY(query.prepare(u"UPDATE %1 SET %2 = ?"_s.arg(QString(type.table), column)));
        query.bindValue(0, value);
        QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
    }

    QStringList columnsOf(const QString &statement)
    {
        const auto catalogue = storage::StatementCatalogue::load(sqlFolder() + u"/common"_s);
        const QString text = *catalogue->text(statement);
        QSqlQuery query(m_tables->database());
        const bool isPrepared = query.prepare(text);
        for (const auto &parameter : storage::StatementCatalogue::parametersOf(text))
            query.bindValue(u':' + parameter, 0); // finds nothing: the columns are there all the same
        if (!isPrepared || !query.exec())
            qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
        QStringList columns;
        for (int at = 0; at < query.record().count(); ++at)
            columns.append(query.record().fieldName(at));
        return columns;
    }

    static Result<workflow::Receipt> book(const World &world)
    {
        auto work = world.context.begin(world.context.newCommand(), u"test.act"_s);
        return QCoro::waitFor(
            world.context.store->commit(work.apply(workflow::effect::bookSlot, world.slot.id)));
    }

    static Result<std::vector<workflow::AuditRecord>> trailOf(const std::shared_ptr<workflow::Store> &store)
    {
        return QCoro::waitFor(workflow::find(store, workflow::query::auditPage,
                                             std::numeric_limits<qint64>::max(), QString(), QString(),
                                             QString(), QString(), 10));
    }

    BareTables m_tables;
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestBitFlips)
#include "test_bit_flips.moc"
