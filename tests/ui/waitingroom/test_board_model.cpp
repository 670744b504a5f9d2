#include "waitingroom/models/board_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace simiao;
using namespace simiao::waitingroom;
using namespace Qt::StringLiterals;
using scheduling::TaskStatus;

namespace {

const Instant kNow{1'795'314'600'000'000}; // 10:30 in Shanghai

workflow::WaitingEntry waiting(const QString &department, int number)
{
    return {department, {department, u"科"_s + department}, u"203"_s, number, u"张*"_s, {}, {}};
}

workflow::WaitingEntry called(const QString &department, int number, Instant at)
{
    auto entry = waiting(department, number);
    entry.status = TaskStatus::InProgress;
    entry.calledAt = at;
    return entry;
}

/// A model under a tester.
struct Wall
{
    BoardModel model{QLocale(QLocale::English), QTimeZone("Asia/Shanghai")};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QSignalSpy resets{&model, &QAbstractItemModel::modelReset};
    QSignalSpy inserts{&model, &QAbstractItemModel::rowsInserted};
    QSignalSpy removals{&model, &QAbstractItemModel::rowsRemoved};
    QSignalSpy changes{&model, &QAbstractItemModel::dataChanged};
    QSignalSpy calls{&model, &BoardModel::called};

    Wall() { model.setNow(kNow); }

    void show(const std::vector<workflow::WaitingEntry> &entries) { model.setBoards(boardsOf(entries)); }
    QString text(int row, BoardModel::Role role) const { return model.index(row).data(role).toString(); }
    QStringList departments() const
    {
        QStringList codes;
        for (int row = 0; row < model.rowCount(); ++row)
            codes.append(text(row, BoardModel::CodeRole));
        return codes;
    }
};

} // namespace

class TestBoardModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCallChangesOneRowAndNothingElse()
    {
        Wall wall;
        wall.show({waiting(u"A"_s, 1), waiting(u"B"_s, 1), waiting(u"B"_s, 2)});
        QCOMPARE(wall.inserts.count(), 2);

        wall.show({waiting(u"A"_s, 1), called(u"B"_s, 1, kNow), waiting(u"B"_s, 2)});

        QCOMPARE(wall.changes.count(), 1);
        QCOMPARE(wall.changes[0][0].toModelIndex().row(), 1);
        QCOMPARE(wall.calls, QList({QVariantList{1}}));
        QCOMPARE(wall.text(1, BoardModel::NumberRole), u"01"_s);
        QCOMPARE(wall.text(1, BoardModel::NameRole), u"张*"_s);
        QCOMPARE(wall.text(1, BoardModel::CalledRole), u"Please come in · 10:30"_s);
        QCOMPARE(wall.text(1, BoardModel::NextRole), u"Next: 02"_s);
        QCOMPARE(wall.text(1, BoardModel::WaitingRole), u"1 waiting"_s);
        QCOMPARE(wall.resets.count(), 0);
    }

    void sameDataChangesNothing()
    {
        Wall wall;
        wall.show({called(u"A"_s, 1, kNow)});
        wall.calls.clear();

        wall.show({called(u"A"_s, 1, kNow)});

        QVERIFY(wall.changes.isEmpty() && wall.calls.isEmpty() && wall.removals.isEmpty());
    }

    void departmentsComeAndGoInTheirPlaces()
    {
        Wall wall;
        wall.show({waiting(u"B"_s, 1), waiting(u"D"_s, 1)});
        wall.show({waiting(u"A"_s, 1), waiting(u"B"_s, 1), waiting(u"C"_s, 1)});
        QCOMPARE(wall.departments(), QStringList({u"A"_s, u"B"_s, u"C"_s}));
        wall.show({waiting(u"C"_s, 1)});
        QCOMPARE(wall.departments(), QStringList(u"C"_s));
        wall.show({});
        QCOMPARE(wall.model.rowCount(), 0);
        QCOMPARE(wall.resets.count(), 0);
    }

    void theLastCallStandsInFront()
    {
        Wall wall;
        wall.show({called(u"A"_s, 3, kNow.plusSeconds(-60)), called(u"A"_s, 5, kNow),
                   called(u"A"_s, 8, kNow.plusSeconds(-600))});

        QCOMPARE(wall.text(0, BoardModel::NumberRole), u"05"_s);
        QCOMPARE(wall.text(0, BoardModel::OthersRole), u"Also called: 03 张*   08 张*"_s);
    }

    void aCallIsNewForHalfAMinute()
    {
        Wall wall;
        wall.show({called(u"A"_s, 1, kNow)});
        QVERIFY(wall.model.index(0).data(BoardModel::NewRole).toBool());

        wall.model.setNow(kNow.plusSeconds(29));
        QCOMPARE(wall.changes.count(), 0);
        wall.model.setNow(kNow.plusSeconds(30));

        QCOMPARE(wall.changes.count(), 1);
        QVERIFY(!wall.model.index(0).data(BoardModel::NewRole).toBool());
        QCOMPARE(wall.text(0, BoardModel::CalledRole), u"Called at 10:30"_s);
    }

    void whatWasCalledLongAgoIsNotAnnounced()
    {
        Wall wall;
        wall.show({called(u"A"_s, 1, kNow.plusSeconds(-600))});
        QVERIFY(wall.calls.isEmpty());
    }

    void showsAsManyNextNumbersAsFit()
    {
        Wall wall;
        std::vector<workflow::WaitingEntry> entries;
        for (int number = 1; number <= 120; ++number)
            entries.push_back(waiting(u"A"_s, number));

        wall.show(entries);

        QCOMPARE(wall.text(0, BoardModel::NextRole), u"Next: 01   02   03   04   05   06"_s);
        QCOMPARE(wall.text(0, BoardModel::WaitingRole), u"120 waiting"_s);
        QCOMPARE(wall.text(0, BoardModel::NumberRole), QString());
        QCOMPARE(wall.text(0, BoardModel::CalledRole), u"Nobody is called yet."_s);
    }

    void speaksAnotherLanguageAtOnce()
    {
        Wall wall;
        wall.show({waiting(u"A"_s, 1)});
        QCOMPARE(wall.text(0, BoardModel::DepartmentRole), u"A"_s);

        wall.model.setLocale(QLocale(QLocale::Chinese));

        QCOMPARE(wall.text(0, BoardModel::DepartmentRole), u"科A"_s);
        QCOMPARE(wall.changes.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestBoardModel)
#include "test_board_model.moc"
