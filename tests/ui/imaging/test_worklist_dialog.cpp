#include "fake_image_source.h"
#include "imaging/views/worklist_dialog.h"
#include "panel_fixture.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDateEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace simiao;
using namespace Qt::StringLiterals;
using test::PanelFixture;
using viewer::WorklistDialog;

namespace {

using Answer = Result<workflow::Worklist>;

/// A server that answers at once, or when the test says so.
class FakeWorklist : public workflow::ModalityWorklist
{
public:
    Answer list = workflow::Worklist{};
    std::vector<workflow::WorklistQuery> asked;
    bool isHolding = false;

    ~FakeWorklist() override { release(); }
    QString displayName() const override { return u"RIS"_s; }
    Task<Result<workflow::ArchiveProof>> probe(std::stop_token) override
    {
        co_return workflow::ArchiveProof{};
    }
    Task<Answer> find(workflow::WorklistQuery query, std::stop_token stop) override
    {
        asked.push_back(query);
        m_stop = stop;
        m_promise = std::make_unique<QPromise<Answer>>();
        m_promise->start();
        auto future = m_promise->future();
        if (!isHolding)
            release();
        return waited(future);
    }
    void release()
    {
        if (!m_promise)
            return;
        m_promise->addResult(m_stop.stop_requested() ? Answer(cancelled()) : list);
        m_promise->finish();
        m_promise.reset();
    }

private:
    static Task<Answer> waited(QFuture<Answer> future) { co_return co_await future; }

    std::unique_ptr<QPromise<Answer>> m_promise;
    std::stop_token m_stop;
};

workflow::ScheduledStep aStep(const QString &name, const QString &time)
{
    return {.patientName = name,
            .patientId = u"P001"_s,
            .patientBirthDate = u"1980-02-03"_s,
            .patientSex = u"M"_s,
            .accessionNumber = u"A1"_s,
            .modality = u"CT"_s,
            .stationAeTitle = u"CT1"_s,
            .startDate = u"2026-11-22"_s,
            .startTime = time,
            .step = u"胸部CT"_s};
}

} // namespace

/// What is planned on the devices, by keyboard.
class TestWorklistDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, {}); }
    void init()
    {
        f.reset();
        server = std::make_shared<FakeWorklist>();
        server->list =
            workflow::Worklist{{aStep(u"李娜"_s, u"09:00:00"_s), aStep(u"王小明"_s, u"10:00:00"_s)}, false};
        f = std::make_unique<PanelFixture>(std::make_shared<test::FakeImageSource>());
        f->desk.worklistServers = {server};
        f->open({});
    }

    void asksForTodayAtOnce()
    {
        openDialog();

        QCOMPARE(server->asked.size(), 1U);
        const auto today = QDate::fromString(f->desk.context().clock->today().toIso(), Qt::ISODate);
        QCOMPARE(server->asked.front().from, std::optional(today));
        QCOMPARE(server->asked.front().to, std::optional(today));
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        new QAbstractItemModelTester(table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     this);
        QCOMPARE(cell(0, viewer::WorklistTable::When), u"2026-11-22 09:00"_s);
        QVERIFY(cell(0, viewer::WorklistTable::Patient).startsWith(u"李娜"_s));
    }

    void asksForWhatIsTyped()
    {
        openDialog();

        edit("imaging.worklist.modality")->setFocus();
        QTest::keyClicks(edit("imaging.worklist.modality"), u"ct"_s);
        QTest::keyClicks(edit("imaging.worklist.station"), u"CT*"_s);
        edit("imaging.worklist.name")->setText(u"王*"_s);
        QTest::keyClick(edit("imaging.worklist.name"), Qt::Key_Return);

        QTRY_COMPARE(server->asked.size(), 2U);
        QCOMPARE(server->asked.back().modality, u"CT"_s);
        QCOMPARE(server->asked.back().stationAeTitle, u"CT*"_s);
        QCOMPARE(server->asked.back().patientName, u"王*"_s);
    }

    void aPeriodStandsInOneLine()
    {
        openDialog();

        const auto *from = dialog()->findChild<QDateEdit *>(u"imaging.worklist.from"_s);
        const auto *to = dialog()->findChild<QDateEdit *>(u"imaging.worklist.to"_s);
        QCOMPARE(from->mapToGlobal(QPoint()).y(), to->mapToGlobal(QPoint()).y());
        QVERIFY(from->mapToGlobal(QPoint()).x() < to->mapToGlobal(QPoint()).x());
    }

    void takesAPeriodEitherWayRound()
    {
        openDialog();
        dialog()->findChild<QDateEdit *>(u"imaging.worklist.from"_s)->setDate({2026, 11, 24});
        dialog()->findChild<QDateEdit *>(u"imaging.worklist.to"_s)->setDate({2026, 11, 20});
        button("imaging.worklist.ask")->click();

        QTRY_COMPARE(server->asked.size(), 2U);
        QCOMPARE(server->asked.back().from, std::optional(QDate(2026, 11, 20)));
        QCOMPARE(server->asked.back().to, std::optional(QDate(2026, 11, 24)));
    }

    void copiesARowByKeyboard()
    {
        openDialog();
        QTRY_COMPARE(table()->model()->rowCount(), 2);

        QTest::keyClick(edit("imaging.worklist.name"), Qt::Key_Down);
        QCOMPARE(dialog()->focusWidget(), table());
        QTest::keyClick(table(), Qt::Key_Down);
        QTest::keySequence(table(), QKeySequence::Copy);

        const auto copied = QGuiApplication::clipboard()->text().split(u'\t');
        QCOMPARE(copied.size(), qsizetype(viewer::WorklistTable::ColumnCount));
        QCOMPARE(copied.first(), u"2026-11-22 10:00"_s);
        QVERIFY(copied.at(viewer::WorklistTable::Patient).startsWith(u"王小明"_s));
    }

    void saysThatNothingIsPlanned()
    {
        server->list = workflow::Worklist{};
        openDialog();

        QTRY_VERIFY2(dialog()->text().startsWith(u"Nothing of this kind is planned"_s),
                     qPrintable(dialog()->text()));
        QVERIFY(!button("imaging.worklist.copy")->isEnabled());
    }

    void saysWhyTheServerDoesNotAnswer()
    {
        server->list = Error{ErrorKind::Unavailable, u"archive.unreachable"_s, u"ris:104"_s};
        openDialog();

        QTRY_VERIFY2(dialog()->text().contains(u"ris:104"_s), qPrintable(dialog()->text()));
        server->list = workflow::Worklist{{aStep(u"李娜"_s, u"09:00:00"_s)}, false};
        button("imaging.worklist.ask")->click();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
    }

    void stopsWhenTold()
    {
        server->isHolding = true;
        openDialog();
        QVERIFY(button("imaging.worklist.stop")->isEnabled());

        button("imaging.worklist.stop")->click();
        server->release();

        QTRY_VERIFY(!button("imaging.worklist.stop")->isEnabled());
        QVERIFY2(dialog()->text().startsWith(u"You stopped it"_s), qPrintable(dialog()->text()));
        QCOMPARE(table()->model()->rowCount(), 0);
        QCOMPARE(dialog()->focusWidget(), edit("imaging.worklist.name"));
    }

    void thatSomebodyAskedIsInTheTrail()
    {
        openDialog();

        QVERIFY(std::ranges::any_of(f->desk.store()->audit(), [](const auto &event) {
            return event.act == u"worklist.query" && event.detail == u"RIS";
        }));
    }

    void withoutAServerTheCommandIsOff()
    {
        f = std::make_unique<PanelFixture>(std::make_shared<test::FakeImageSource>());
        f->open({});

        QVERIFY(!f->desk.commands.value(u"imaging.worklist"_s)->isEnabled());
    }

private:
    void openDialog()
    {
        PanelFixture::press(Qt::Key_W, Qt::ShiftModifier);
        QTRY_VERIFY(dialog());
        QTRY_COMPARE(server->asked.size(), 1U);
        QVERIFY(QTest::qWaitForWindowActive(dialog()));
    }
    WorklistDialog *dialog() const { return f->panel->findChild<WorklistDialog *>(); }
    QTableView *table() const { return dialog()->findChild<QTableView *>(); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    QLineEdit *edit(const char *name) const
    {
        return dialog()->findChild<QLineEdit *>(QString::fromLatin1(name));
    }
    QPushButton *button(const char *name) const
    {
        return dialog()->findChild<QPushButton *>(QString::fromLatin1(name));
    }

    std::shared_ptr<FakeWorklist> server;
    std::unique_ptr<PanelFixture> f;
};

QTEST_MAIN(TestWorklistDialog)
#include "test_worklist_dialog.moc"
