#include "ui/outpatient/surgery.h"
#include "ui/widgets/notice_line.h"
#include "workflow/consultation/withdraw_prescription.h"

#include <QApplication>
#include <QDialog>

using namespace simiao;
using test::Surgery;

class TestWithdrawing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_surgery = std::make_unique<Surgery>();
        m_surgery->call();
        m_surgery->sign();
        QTRY_VERIFY(m_surgery->desk.commands.value(QStringLiteral("consult.withdraw"))->isEnabled());
    }

    void aSignedPrescriptionIsWithdrawnByKeyboard()
    {
        auto *dialog = ask();
        auto *reason = dialog->findChild<QLineEdit *>(QStringLiteral("consult.withdraw.reason"));
        QVERIFY(reason->hasFocus());
        QTest::keyClick(reason, Qt::Key_Return); // without a reason nothing happens
        QCOMPARE(m_surgery->prescriptions(QStringLiteral("cancelled")).size(), 0U);
        QTest::keyClicks(reason, QStringLiteral("wrong patient"));
        QTest::keyClick(reason, Qt::Key_Return);

        QTRY_COMPARE(m_surgery->prescriptions(QStringLiteral("cancelled")).size(), 1U);
        QCOMPARE(m_surgery->prescriptions(QStringLiteral("cancelled")).front().answer,
                 QStringLiteral("wrong patient"));
        QVERIFY(m_surgery->desk.errors.isEmpty());
    }

    void theVisitSaysWhoWithdrewItWhenAndWhy()
    {
        QVERIFY(!line());
        auto *reason = ask()->findChild<QLineEdit *>(QStringLiteral("consult.withdraw.reason"));
        QTest::keyClicks(reason, QStringLiteral("wrong patient"));
        QTest::keyClick(reason, Qt::Key_Return);

        QTRY_VERIFY(line());
        const auto &world = m_surgery->desk.world();
        const auto text = line()->property("text").toString();
        for (const auto &said :
             {m_surgery->prescriptions(QStringLiteral("cancelled")).front().number, world.physician.name,
              QStringLiteral("2026-11-22 10:30"), QStringLiteral("wrong patient")})
            QVERIFY2(text.contains(said), qPrintable(text));
        const auto notice = line()->notice();
        QVERIFY2(notice.secondary.contains(world.amoxicillin.name), qPrintable(notice.secondary));

        m_surgery->open(); // and whenever it is opened again
        QTRY_VERIFY(line());
        QCOMPARE(line()->property("text").toString(), text);
    }

    void oneWithdrawnAtAnotherDeskIsSaidAtOnce()
    {
        const auto context = m_surgery->desk.context();
        QVERIFY(QCoro::waitFor(workflow::withdrawPrescription(
            context, context.newCommand(),
            {m_surgery->prescriptions().front().id, QStringLiteral("called by the ward")})));

        QTRY_VERIFY(line());
    }

    void oneThatWasOpenedAgainIsWithdrawnToo()
    {
        m_surgery->open(); // signed visits are read again when they are opened
        QTRY_VERIFY(m_surgery->desk.shownVisit && m_surgery->desk.shownVisit->record().signedParts);

        QVERIFY(ask());
    }

    void escWithdrawsNothing()
    {
        auto *dialog = ask();
        QTest::keyClick(dialog, Qt::Key_Escape);

        QTRY_VERIFY(!m_surgery->page->findChild<QDialog *>(QStringLiteral("consult.withdraw.dialog")));
        QCOMPARE(m_surgery->prescriptions().size(), 1U);
    }

private:
    /// Null while nothing is said.
    const ui::NoticeLine *line() const
    {
        for (const auto *each :
             m_surgery->page->findChildren<ui::NoticeLine *>(QStringLiteral("consult.withdrawn"))) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    QDialog *ask() const
    {
        m_surgery->run(QStringLiteral("consult.withdraw"));
        const auto dialog = [this] {
            return m_surgery->page->findChild<QDialog *>(QStringLiteral("consult.withdraw.dialog"));
        };
        if (!QTest::qWaitFor([&] { return dialog() && QApplication::activeWindow() == dialog(); },
                             test::kComesWithinMs))
            qFatal("nobody asks what is withdrawn");
        return dialog();
    }

    std::unique_ptr<Surgery> m_surgery;
};

QTEST_MAIN(TestWithdrawing)
#include "test_withdrawing.moc"
