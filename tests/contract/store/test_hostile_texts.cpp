#include "contract/store/bare_tables.h"
#include "sqlite/sqlite_import.h"
#include "storage/entity_types.h"
#include "storage/mapping/row_mapping.h"
#include "support/hostile_texts.h"
#include "support/world.h"
#include "workflow/ports/queries.h"

#include <QDir>

namespace simiao::test {

namespace {

using namespace Qt::StringLiterals;

bool isText(const FieldInfo &field)
{
    return field.kind == StorageKind::Text || field.kind == StorageKind::Code;
}

/// A row with `text` in every field that can hold one.
Row rowWith(const TypeInfo &type, const QString &text)
{
    Row row;
    for (const auto &field : type.fields) {
        if (isText(field))
            row.push_back(text);
        else if (field.kind == StorageKind::Id)
            row.push_back(QByteArray(16, 'k'));
        else if (field.kind == StorageKind::Document)
            row.push_back(u"{}"_s);
        else if (field.kind == StorageKind::Date)
            row.push_back(u"2026-11-22"_s);
        else if (field.kind == StorageKind::Decimal)
            row.push_back(u"0.50"_s);
        else
            row.push_back(qint64(1));
    }
    return row;
}

} // namespace

/// Texts that mean something to somebody else, in every text field of every table.
class TestHostileTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_tables.open()); }

    void areKeptAsTheyAre_data()
    {
        QTest::addColumn<int>("at");
        const auto types = storage::entityTypes();
        for (std::size_t at = 0; at < types.size(); ++at)
            QTest::newRow(types[at]->table.data()) << int(at);
    }

    void areKeptAsTheyAre()
    {
        QFETCH(int, at);
        const auto &type = *storage::entityTypes()[std::size_t(at)];
        for (const auto &hostile : hostileTexts()) {
            const Row row = rowWith(type, hostile.text);
            const auto kept = keptAs(type, row);
            QVERIFY2(kept, qPrintable(hostile.name));
            QVERIFY2(*kept == row, qPrintable(hostile.name));
        }
    }

    void aMillionCharactersAreKept()
    {
        const QString text = longText();
        for (const auto *type : storage::entityTypes()) {
            Row row = rowWith(*type, u"x"_s);
            const auto field = std::ranges::find_if(type->fields, isText);
            if (field == type->fields.end())
                continue;
            row[std::size_t(field - type->fields.begin())] = text;
            const auto kept = keptAs(*type, row);
            QVERIFY2(kept && *kept == row, type->table.data());
        }
    }

    void areOnlyWordsToASearch()
    {
        const Profile profile;
        const auto backend = profile.open();
        const auto world = aWorld(backend->store);
        auto work = world.context.begin(world.context.newCommand(), u"test.act"_s);
        auto percent = world.patient;
        percent.id = world.context.newId<administration::Patient>();
        percent.mrn = u"900001"_s;
        percent.name = u"100%_\\"_s;
        percent.identityNumber.clear();
        work.insert(percent);
        QVERIFY(QCoro::waitFor(backend->store->commit(std::move(work))));

        for (const auto &hostile : hostileTexts()) {
            const auto found = search(backend->store, hostile.text);
            QVERIFY2(found, qPrintable(hostile.name));
            for (const auto &patient : *found)
                QVERIFY2(patient.name == percent.name,
                         qPrintable(hostile.name)); // never the one without such a sign
        }
        QVERIFY(search(backend->store, longText()));
        const auto contents = *QCoro::waitFor(backend->maintenance->contents());
        QCOMPARE(std::ranges::find(contents, u"patient"_s, &workflow::TableContents::table)->rows, 2);
    }

    void impossibleOnesAreRefusedWithTheirPlace()
    {
        const Profile profile;
        const auto backend = profile.open();
        const auto world = aWorld(backend->store);
        for (const auto &impossible : impossibleTexts(3)) {
            auto work = world.context.begin(world.context.newCommand(), u"test.act"_s);
            auto patient = world.patient;
            patient.id = world.context.newId<administration::Patient>();
            patient.mrn = impossible.text; // a field that no use case looks at
            patient.identityNumber.clear();
            work.insert(patient);
            const auto refused = QCoro::waitFor(backend->store->commit(std::move(work)));
            QCOMPARE(refused.error().code, impossible.name);
            QCOMPARE(refused.error().detail, u"3"_s);
            QCOMPARE(refused.error().kind, ErrorKind::Invalid);
        }
        QCOMPARE(*QCoro::waitFor(backend->maintenance->verifyAudit()), 1);
    }

    void goOutAndComeInAgain()
    {
        const Profile profile;
        const Profile other;
        const QTemporaryDir elsewhere;
        const QString folder = elsewhere.filePath(u"hospital"_s);
        const auto backend = profile.open();
        const auto world = aWorld(backend->store);
        auto work = world.context.begin(world.context.newCommand(), u"test.act"_s);
        int number = 900'000;
        for (const auto &hostile : hostileTexts()) {
            auto patient = world.patient;
            patient.id = world.context.newId<administration::Patient>();
            patient.mrn = QString::number(++number);
            patient.name = hostile.text;
            patient.address = hostile.text;
            patient.identityNumber.clear();
            work.insert(patient);
        }
        QVERIFY(QCoro::waitFor(backend->store->commit(std::move(work))));
        const auto contents = *QCoro::waitFor(backend->maintenance->contents());

        QVERIFY(QCoro::waitFor(
            backend->maintenance->exportTo({folder, u"0.1.0"_s, u"MAIN"_s, world.clock->now(), {}})));
        const auto imported = sqlite::importExport(other.environment(), folder, {});

        QVERIFY(imported);
        QCOMPARE(imported->tables, contents);
    }

private:
    /// The row as it is read when it was written.
    Result<Row> keptAs(const TypeInfo &type, const Row &row)
    {
        const QString table(type.table);
        TRY_VOID(m_tables->runScript(u"DELETE FROM "_s + table));
        TRY_VOID(m_tables->runRow(u"insert/"_s + table, type, row, storage::rowHash(type, row)));
        TRY(const auto rows, m_tables->run(u"row/"_s + table, {{u"id"_s, QByteArray(16, 'k')}}));
        TRY_VOID(rows->next());
        return storage::RowReader(type, *rows).read();
    }

    static Result<std::vector<administration::Patient>> search(const std::shared_ptr<workflow::Store> &store,
                                                               const QString &text)
    {
        return QCoro::waitFor(workflow::find(store, workflow::query::patientSearch, text, 50));
    }

    BareTables m_tables;
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestHostileTexts)
#include "test_hostile_texts.moc"
