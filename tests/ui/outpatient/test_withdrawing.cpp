#include "ui/outpatient/surgery.h"

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
    QDialog *ask() const
    {
        m_surgery->run(QStringLiteral("consult.withdraw"));
        const auto dialog = [this] {
            return m_surgery->page->findChild<QDialog *>(QStringLiteral("consult.withdraw.dialog"));
        };
        if (!QTest::qWaitFor([&] { return dialog() && QApplication::activeWindow() == dialog(); }))
            qFatal("nobody asks what is withdrawn");
        return dialog();
    }

    std::unique_ptr<Surgery> m_surgery;
};

QTEST_MAIN(TestWithdrawing)
#include "test_withdrawing.moc"
