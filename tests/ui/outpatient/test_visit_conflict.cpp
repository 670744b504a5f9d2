#include "sdk/versions_dialog.h"
#include "ui/outpatient/surgery.h"
#include "ui/widgets/notice_line.h"
#include "workflow/consultation/amend_visit.h"
#include "workflow/consultation/answer_returned.h"
#include "workflow/consultation/note_in_force.h"
#include "workflow/consultation/sign_visit.h"

#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QRadioButton>

using namespace simiao;
using test::kComplaint;
using test::Surgery;

namespace {

const auto kNote = QStringLiteral("note.") + kComplaint;

} // namespace

/// Two desks write one visit; the other one signs first.
class TestVisitConflict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_surgery = std::make_unique<Surgery>();
        m_surgery->call();
        m_surgery->type(QStringLiteral("consult.note.") + kComplaint, QStringLiteral("cough"));
    }

    void whoStillWritesIsToldAtOnce()
    {
        signElsewhere(QStringLiteral("fever"));

        QTRY_VERIFY(m_surgery->child(QStringLiteral("consult.signature"))->isVisible());
        QVERIFY(m_surgery->text(QStringLiteral("consult.signature")).contains(QStringLiteral("Dr Li")));
        QCOMPARE(m_surgery->text(QStringLiteral("consult.note.") + kComplaint), QStringLiteral("cough"));
        QVERIFY(m_surgery->desk.errors.isEmpty());
    }

    /// Pressed before the news was there: the store refuses, and both versions are shown.
    void whoSignsSecondIsNotRefusedButAsked()
    {
        completeIt();
        signElsewhere(QStringLiteral("fever"));
        m_surgery->run(QStringLiteral("consult.sign"));

        QTRY_VERIFY(openDialog());
        QCOMPARE(pane(openDialog(), "mine"), QStringLiteral("cough"));
        QCOMPARE(m_surgery->notes().size(), 1U);
        QVERIFY(m_surgery->desk.errors.isEmpty());
    }

    void herOwnSignatureIsNoNews()
    {
        completeIt();
        m_surgery->run(QStringLiteral("consult.sign"));
        QTRY_VERIFY(!m_surgery->desk.shownVisit->isEditable());
        QCoreApplication::processEvents();

        QVERIFY(!m_surgery->text(QStringLiteral("consult.signature")).contains(QStringLiteral("not part")));
        QVERIFY(!openDialog());
    }

    void bothVersionsAreShownAndNothingIsChosenForHer()
    {
        signElsewhere(QStringLiteral("fever"));
        auto *dialog = compare();

        QCOMPARE(pane(dialog, "theirs"), QStringLiteral("fever"));
        QCOMPARE(pane(dialog, "mine"), QStringLiteral("cough"));
        QVERIFY(!acceptOf(dialog)->isEnabled());
        QVERIFY(dialog->focusWidget()->objectName().startsWith(QStringLiteral("versions.note.")));
    }

    void chosenByKeyboardItIsTheNextVersion()
    {
        signElsewhere(QStringLiteral("fever"));
        auto *dialog = compare();
        QTest::keyClick(dialog, Qt::Key_2, Qt::AltModifier);
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);

        QTRY_COMPARE(m_surgery->notes().size(), 2U);
        QCOMPARE(inForce().sections.front().text, QStringLiteral("cough"));
        QCOMPARE(inForce().status, clinical::CompositionStatus::Amended);
        QTRY_COMPARE(m_surgery->text(QStringLiteral("consult.note.") + kComplaint), QStringLiteral("cough"));
        QVERIFY(m_surgery->desk.drafts()->drafts().empty());
    }

    void bothTextsCanBeTaken()
    {
        signElsewhere(QStringLiteral("fever"));
        auto *dialog = compare();
        dialog->findChild<QRadioButton *>(QStringLiteral("versions.%1.take.3").arg(kNote))->click();
        acceptOf(dialog)->trigger();

        QTRY_COMPARE(m_surgery->notes().size(), 2U);
        QCOMPARE(inForce().sections.front().text, QStringLiteral("fever\ncough"));
    }

    void whatIsNotTakenIsKeptBesideTheVisit()
    {
        signElsewhere(QStringLiteral("fever"));
        auto *dialog = compare();
        QTest::keyClick(dialog, Qt::Key_1, Qt::AltModifier);
        acceptOf(dialog)->trigger();

        QTRY_VERIFY(m_surgery->child(QStringLiteral("consult.kept"))->isVisible());
        QVERIFY(m_surgery->text(QStringLiteral("consult.kept")).contains(QStringLiteral("cough")));
        QCOMPARE(m_surgery->notes().size(), 1U);
        m_surgery->page.reset();
        m_surgery->call();
        QVERIFY(m_surgery->text(QStringLiteral("consult.kept")).contains(QStringLiteral("cough")));

        auto *line = static_cast<ui::NoticeLine *>(m_surgery->child(QStringLiteral("consult.kept")));
        Q_EMIT line->triggered(0);
        const auto *text = m_surgery->page->findChild<QWidget *>(QStringLiteral("consult.kept.text"));
        QVERIFY(text->property("plainText").toString().contains(QStringLiteral("cough")));
        m_surgery->page->findChild<QPushButton *>(QStringLiteral("consult.kept.discard"))->click();
        QVERIFY(!line->isVisible());
        QVERIFY(m_surgery->desk.drafts()->drafts().empty());
    }

    void laterLosesNothing()
    {
        signElsewhere(QStringLiteral("fever"));
        auto *dialog = compare();
        QTest::keyClick(dialog, Qt::Key_Escape);

        QTRY_VERIFY(!m_surgery->page->findChild<sdk::VersionsDialog *>());
        QCOMPARE(m_surgery->notes().size(), 1U);
        QCOMPARE(m_surgery->text(QStringLiteral("consult.note.") + kComplaint), QStringLiteral("cough"));
        m_surgery->page.reset(); // also after the program was closed
        m_surgery->call();
        QVERIFY(compare());
    }

    void aThirdVersionIsComparedAgain()
    {
        signElsewhere(QStringLiteral("fever"));
        auto *dialog = compare();
        amendElsewhere(QStringLiteral("rash"));
        QTest::keyClick(dialog, Qt::Key_2, Qt::AltModifier);
        acceptOf(dialog)->trigger();

        QTRY_VERIFY(openDialog() && pane(openDialog(), "theirs") == QLatin1String("rash"));
        QCOMPARE(pane(openDialog(), "mine"), QStringLiteral("cough"));
    }

    void theSameWordsNeedNoQuestion()
    {
        completeIt();
        signElsewhere(QStringLiteral("cough"));
        m_surgery->run(QStringLiteral("consult.sign"));

        QTRY_VERIFY(m_surgery->desk.drafts()->drafts().empty());
        QVERIFY(!openDialog());
        QCOMPARE(m_surgery->notes().size(), 1U);
    }

    /// The save had no answer; the signature is hers and arrived after all.
    void herOwnThatArrivedAfterAllClosesItself()
    {
        completeIt();
        sign(m_surgery->desk.context(), QStringLiteral("cough"));

        QTRY_VERIFY(m_surgery->desk.drafts()->drafts().empty());
        QTRY_VERIFY(!m_surgery->desk.shownVisit->isEditable());
        QVERIFY(!openDialog());
        QVERIFY(!m_surgery->text(QStringLiteral("consult.signature")).contains(QStringLiteral("not part")));
        QCOMPARE(m_surgery->notes().size(), 1U);
    }

    void whatSheTypedSinceHerOwnStaysOpen()
    {
        completeIt();
        sign(m_surgery->desk.context(), QStringLiteral("coug"));

        QVERIFY(compare());
        QCOMPARE(pane(openDialog(), "mine"), QStringLiteral("cough"));
    }

    void anAnswerThatComesSecondIsKept()
    {
        m_surgery = std::make_unique<Surgery>();
        m_surgery->call();
        m_surgery->sign();
        m_surgery->returnIt(QStringLiteral("dose?"));
        m_surgery->open();
        const auto answer = QStringLiteral("consult.orders.answer");
        QTRY_VERIFY(m_surgery->child(answer) && m_surgery->child(answer)->isVisible());
        m_surgery->type(answer, QStringLiteral("weight 80 kg"));

        answerElsewhere();
        m_surgery->run(QStringLiteral("consult.sign"));

        QTRY_VERIFY(m_surgery->text(QStringLiteral("consult.kept")).contains(QStringLiteral("weight 80 kg")));
        QCOMPARE(m_surgery->desk.lastErrorCode(), QStringLiteral("prescription.state"));
        QCOMPARE(m_surgery->prescriptions().front().answer, QStringLiteral("as ordered"));
    }

private:
    void answerElsewhere()
    {
        m_other.reset();
        const auto context = elsewhere();
        const auto &parts = *m_surgery->desk.shownVisit->record().signedParts;
        const workflow::ReturnAnswer answer{parts.returned()->prescription.id,
                                            workflow::draftOf(parts).medications,
                                            QStringLiteral("as ordered")};
        QVERIFY(QCoro::waitFor(workflow::answerReturned(
            context, context.newCommand(), answer,
            std::make_shared<const workflow::ReferenceData>(m_surgery->desk.referenceData))));
    }

    /// Dr Li at another desk.
    workflow::Context elsewhere()
    {
        auto context = m_surgery->desk.context();
        if (!m_other) {
            security::Account account = m_surgery->desk.world().physician;
            account.id = context.newId<security::Account>();
            account.loginName = QStringLiteral("li");
            account.nameEn = QStringLiteral("Dr Li");
            auto work = context.begin(context.newCommand(), QStringLiteral("test.account"));
            if (!QCoro::waitFor(context.store->commit(work.insert(account))))
                qFatal("the other physician cannot be stored");
            m_other = account.id;
        }
        context.session.account = *m_other;
        return context;
    }

    Id<scheduling::QueueTask> task() const { return m_surgery->desk.shownVisit->record().task.id; }

    void signElsewhere(const QString &complaint)
    {
        m_other.reset();
        sign(elsewhere(), complaint);
    }

    void sign(const workflow::Context &context, const QString &complaint)
    {
        workflow::VisitDraft draft;
        draft.sections = {{kComplaint, complaint}};
        draft.diagnoses = {
            {{QString(codesystem::kIcd10Cn), QStringLiteral("J18"), QStringLiteral("肺炎,病原体未特指")},
             {}}};
        const auto reference = std::make_shared<const workflow::ReferenceData>(m_surgery->desk.referenceData);
        QVERIFY(QCoro::waitFor(workflow::signVisit(context, context.newCommand(), task(), draft, reference)));
    }

    /// All that a signature needs.
    void completeIt() const
    {
        m_surgery->type(QStringLiteral("consult.diagnosis.input"), QStringLiteral("j18"));
        m_surgery->press(QStringLiteral("consult.diagnosis.input"), Qt::Key_Return);
    }

    void amendElsewhere(const QString &complaint)
    {
        const auto context = elsewhere();
        const auto visit = *QCoro::waitFor(workflow::openVisit(context, task()));
        workflow::VisitAmendment amendment{
            task(), visit.encounter.version, visit.signedParts->note.sections, {}, {}};
        amendment.sections.front().text = complaint;
        m_surgery->desk.world().clock->advanceSeconds(60);
        QVERIFY(QCoro::waitFor(workflow::amendVisit(
            context, context.newCommand(), amendment,
            std::make_shared<const workflow::ReferenceData>(m_surgery->desk.referenceData))));
    }

    sdk::VersionsDialog *openDialog() const
    {
        for (auto *dialog : m_surgery->page->findChildren<sdk::VersionsDialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    sdk::VersionsDialog *compare() const
    {
        auto *told = m_surgery->child(QStringLiteral("consult.signature"));
        if (!QTest::qWaitFor([told] { return told->isVisible(); }, test::kComesWithinMs))
            qFatal("nobody tells that it was signed");
        m_surgery->run(QStringLiteral("consult.sign"));
        if (!QTest::qWaitFor([this] { return openDialog() != nullptr; }, test::kComesWithinMs))
            qFatal("both versions are not shown");
        // qWaitForWindowActive is content with the window behind it.
        if (!QTest::qWaitFor([this] { return QApplication::activeWindow() == openDialog(); },
                             test::kComesWithinMs))
            qFatal("the window with both versions has no focus");
        return openDialog();
    }
    static QAction *acceptOf(const sdk::VersionsDialog *dialog)
    {
        return dialog->findChild<QAction *>(QStringLiteral("versions.accept"));
    }
    static QString pane(const sdk::VersionsDialog *dialog, const char *whose)
    {
        return dialog->findChild<QWidget *>(QStringLiteral("versions.%1.%2").arg(kNote, QLatin1String(whose)))
            ->property("text")
            .toString();
    }
    clinical::Composition inForce() const
    {
        const auto notes = m_surgery->notes();
        return *workflow::noteInForce(notes, notes.front().encounter);
    }

    std::unique_ptr<Surgery> m_surgery;
    std::optional<Id<security::Account>> m_other;
};

QTEST_MAIN(TestVisitConflict)
#include "test_visit_conflict.moc"
