#include "storage/commit_steps.h"
#include "storage/entity_types.h"
#include "storage/mapping/canonical_row.h"
#include "storage/mapping/row_mapping.h"
#include "storage/migration/migration.h"
#include "storage/receipt_text.h"
#include "storage/sql/statement_catalogue.h"
#include "support/world.h"
#include "unit/domain/refusal.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace storage;

namespace {

void writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

/// A value that a field of this kind can hold; texts are `text`.
Scalar sample(StorageKind kind, const Scalar &text)
{
    switch (kind) {
    case StorageKind::Id: return QByteArray(16, 'x');
    case StorageKind::Text:
    case StorageKind::Code: return text;
    case StorageKind::Integer:
    case StorageKind::Money: return qint64(-77);
    case StorageKind::Boolean: return qint64(1);
    case StorageKind::Instant: return qint64(1'763'778'000'123'456);
    case StorageKind::Decimal: return u"18.90"_s;
    case StorageKind::Date: return u"2026-11-22"_s;
    case StorageKind::Document: return u"{\"a\":[1.50,\"é\"],\"b\":null}"_s;
    }
    return {};
}

} // namespace

class TestStatements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statementsOfATypeNameEveryColumn()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"one.sql"_s), "-- why\nSELECT :a, :b_c, :a");
        auto catalogue = *StatementCatalogue::load(folder.path());
        const auto &type = typeInfo<scheduling::Slot>();
        catalogue.addType(type);

        QCOMPARE(*catalogue.text(u"one"_s), u"SELECT :a, :b_c, :a"_s);
        const QString insert = *catalogue.text(u"insert/slot"_s);
        const QString update = *catalogue.text(u"update/slot"_s);
        for (const auto &field : type.fields) {
            QVERIFY(StatementCatalogue::parametersOf(insert).contains(QString(field.name)));
            QVERIFY(StatementCatalogue::parametersOf(update).contains(QString(field.name)));
        }
        QVERIFY(update.endsWith(u"WHERE id = :id AND version = :version - 1"_s));
    }

    void unknownStatementIsNamed()
    {
        QCOMPARE(refusalWithDetail(StatementCatalogue().text(u"patient/drop"_s)),
                 u"storage.statement-unknown patient/drop"_s);
        QCOMPARE(refusal(StatementCatalogue::load(u"/nonexistent"_s)), u"storage.statements-missing"_s);
    }

    void parametersAreNamedOnce()
    {
        QCOMPARE(StatementCatalogue::parametersOf(u"SELECT :a, :b_c, :a"_s), QStringList({u"a"_s, u"b_c"_s}));
    }

    void tablesAndNamesOfTypesAreUnique()
    {
        QSet<QString> tables;
        QSet<QString> names;
        for (const auto *type : entityTypes()) {
            tables.insert(QString(type->table));
            names.insert(QString(type->name));
        }
        QCOMPARE(std::size_t(tables.size()), entityTypes().size());
        QCOMPARE(std::size_t(names.size()), entityTypes().size());
    }

    void scriptIsSplitAtItsMarks_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QStringList>("statements");
        QTest::newRow("empty") << "" << QStringList{};
        QTest::newRow("one") << "SELECT 1\n" << QStringList{u"SELECT 1"_s};
        QTest::newRow("two") << "A\n--;;\nB" << QStringList{u"A"_s, u"B"_s};
        QTest::newRow("blank after the mark") << "A\n--;; \t\nB" << QStringList{u"A"_s, u"B"_s};
        QTest::newRow("semicolons stay") << "A; B;\n--;;\nC" << QStringList{u"A; B;"_s, u"C"_s};
        QTest::newRow("mark inside a line") << "A --;;\nB" << QStringList{u"A --;;\nB"_s};
        QTest::newRow("comments go") << "-- why\nA\n-- and\nB" << QStringList{u"A\nB"_s};
        QTest::newRow("comment at the end") << "A\n--;;\n-- nothing more" << QStringList{u"A"_s};
    }
    void scriptIsSplitAtItsMarks()
    {
        QFETCH(QString, script);
        QFETCH(QStringList, statements);
        QCOMPARE(splitStatements(script), statements);
    }

    void folderThatIsNoMigrationIsNamed()
    {
        QTemporaryDir folder;
        QCOMPARE(refusal(readMigrations(folder.path())), u"migration.missing"_s);
        QVERIFY(QDir(folder.path()).mkdir(u"1_first"_s));
        QCOMPARE(refusalWithDetail(readMigrations(folder.path())), u"migration.malformed 1_first"_s);
    }

    void receiptComesBackFromItsJson()
    {
        const workflow::Receipt receipt{
            *Uuid::parse(u"0192f0a0-0000-7000-8000-000000000001"_s),
            {{u"Patient"_s, *Uuid::parse(u"0192f0a0-0000-7000-8000-000000000002"_s), 3}, {u"lot"_s, {}, 0}},
            {u"200001"_s, u"1"_s}};
        QVERIFY(*receiptFromJson(receiptToJson(receipt)) == receipt);
        QVERIFY(!receiptFromJson(Json()));
        QVERIFY(*receiptFromText(receiptToJson(receipt).canonical()) == receipt);
    }

    void receiptIsTheSameHoweverItIsWritten_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray canonical =
            R"({"changes":[{"id":"0192f0a0-0000-7000-8000-000000000002","type":"Patient","version":3}],)"
            R"("command":"0192f0a0-0000-7000-8000-000000000001","numbers":["A 7","\u4e2d"]})";
        const auto with = [&canonical](const char *what, const char *instead) {
            return QByteArray(canonical).replace(what, instead);
        };
        QTest::newRow("canonical") << with(R"(\u4e2d)", "中");
        QTest::newRow("escaped") << canonical;
        QTest::newRow("spaces") << with(":", " : ");
        QTest::newRow("capitals") << with("0192f0a0", "0192F0A0");
        QTest::newRow("another member") << with(R"("numbers")", R"("later":{"a":[1]},"numbers")");
        QTest::newRow("another order")
            << with(R"("id":"0192f0a0-0000-7000-8000-000000000002","type":"Patient")",
                    R"("type":"Patient","id":"0192f0a0-0000-7000-8000-000000000002")");
    }
    void receiptIsTheSameHoweverItIsWritten()
    {
        QFETCH(QByteArray, text);
        const workflow::Receipt receipt{
            *Uuid::parse(u"0192f0a0-0000-7000-8000-000000000001"_s),
            {{u"Patient"_s, *Uuid::parse(u"0192f0a0-0000-7000-8000-000000000002"_s), 3}},
            {u"A 7"_s, u"中"_s}};
        QVERIFY(*receiptFromText(text) == receipt);
    }

    void receiptThatIsDamagedIsRefused()
    {
        const workflow::Receipt receipt{
            *Uuid::parse(u"0192f0a0-0000-7000-8000-000000000001"_s), {{u"Patient"_s, {}, 3}}, {u"1"_s}};
        const QByteArray text = receiptToJson(receipt).canonical();
        for (qsizetype length = 0; length < text.size(); ++length)
            QVERIFY2(!receiptFromText(text.first(length)), text.first(length).constData());
        QVERIFY(!receiptFromText(text + '}'));
        QVERIFY(!receiptFromText(QByteArray(text).replace("7000", "70x0")));
        QVERIFY(!receiptFromText(QByteArray(text).replace("-7000", "_7000")));
    }

    void hashOfARowChangesWithEachField()
    {
        const auto &type = typeInfo<scheduling::QueueTask>();
        const Row row = toRow(scheduling::QueueTask{});
        for (std::size_t i = 0; i < row.size(); ++i) {
            Row changed = row;
            if (type.fields[i].kind == StorageKind::Id)
                changed[i] = QByteArray(16, 'x');
            else if (std::holds_alternative<QString>(row[i]))
                changed[i] = u"2026-11-23"_s;
            else
                changed[i] = qint64(77);
            QVERIFY2(rowHash(type, changed) != rowHash(type, row), type.fields[i].name.data());
        }
    }

    /// The quick way and the plain one must give the same bytes, for every type and for hostile text.
    void canonicalBytesAreThoseOfTheJson()
    {
        const std::vector<Scalar> texts{u""_s, u"张伟"_s, u"a\"b\\c\n\t\u0001\u007f"_s, u"😀 \u2028"_s};
        for (const auto *type : entityTypes()) {
            for (const auto &text : texts) {
                Row row;
                for (const auto &field : type->fields)
                    row.push_back(sample(field.kind, text));
                QCOMPARE(canonicalRow(*type, row), rowToJson(*type, row).canonical());
                row.back() = Scalar{};
                QCOMPARE(canonicalRow(*type, row), rowToJson(*type, row).canonical());
            }
        }
    }

    void emptyTextIsNotNull()
    {
        QVERIFY(!toVariant(Scalar{QString()}).isNull());
        QVERIFY(!toVariant(Scalar{QString()}).toString().isNull());
        QVERIFY(toVariant(Scalar{}).isNull());
    }

    void textWhereANumberStoodIsRefused()
    {
        QCOMPARE(refusal(fromVariant(StorageKind::Money, u"many"_s)), u"row.value"_s);
        QVERIFY(*fromVariant(StorageKind::Money, 1890) == Scalar{qint64(1890)});
        QVERIFY(*fromVariant(StorageKind::Date, QVariant()) == Scalar{});
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestStatements)
#include "test_statements.moc"
