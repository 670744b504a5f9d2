#include "shell/bar_button.h"
#include "shell/login_page.h"
#include "shell/message_line.h"
#include "shell/notification_list.h"
#include "shell/session_desk.h"
#include "shell/workplace.h"
#include "ui/shell/shell_fixture.h"
#include "ui/widgets/patient_banner.h"
#include "workflow/ports/read_only.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QTabBar>
#include <QTest>
#include <QTextEdit>
#include <QTreeView>

using namespace simiao;
using namespace Qt::StringLiterals;

/// A physician is logged in; no plugin is installed.
class TestWorkplace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shell = std::make_unique<test::ShellFixture>();
        m_shell->window.login()->setState(shell::LoginPage::State::Ready);
        Q_EMIT m_shell->window.login()->submitted(u"li.mingyuan"_s, test::ShellFixture::kPassword);
        QTRY_VERIFY(m_shell->window.workplace());
        m_desk = m_shell->window.workplace()->desk();
        QApplication::setActiveWindow(&m_shell->window);
    }

    void saysWhichPluginADeskIsMissing()
    {
        auto *message = m_shell->find<shell::NoticeText>("missing.message");

        QVERIFY(message && message->isVisible());
        QVERIFY(message->text().contains(u"outpatient"_s));
    }

    void namesTheDeskThePersonAndTheBackend()
    {
        QCOMPARE(m_shell->find<shell::BarButton>("shell.desk")->text(), u"Outpatient"_s);
        QTRY_VERIFY(
            m_shell->find<shell::BarButton>("shell.user")->text().startsWith(u"Respiratory medicine"_s));
        QVERIFY(m_shell->find<QLabel>("shell.backend")->text().contains(u"memory"_s));
    }

    void saysWhyNothingCanBeSaved()
    {
        m_shell = std::make_unique<test::ShellFixture>();
        auto *readOnly = new workflow::ReadOnly(m_shell->store->changes());
        readOnly->set(Error{ErrorKind::Conflict, u"server.schema-older"_s, u"9 10"_s});
        m_shell->window.login()->setState(shell::LoginPage::State::Ready);
        Q_EMIT m_shell->window.login()->submitted(u"li.mingyuan"_s, test::ShellFixture::kPassword);
        QTRY_VERIFY(m_shell->window.workplace());
        const auto *words = m_shell->find<QLabel>("shell.backend");

        QCOMPARE(words->text(), u"Read only memory"_s);
        static const QRegularExpression number(u"[0-9]"_s);
        QVERIFY2(words->toolTip().contains(u"nothing can be saved"_s), qPrintable(words->toolTip()));
        QVERIFY2(!words->toolTip().contains(number),
                 qPrintable(words->toolTip())); // of schemas: those are IT's
        const auto shown = m_shell->window.workplace()->notifications()->shown();
        QCOMPARE(shown.size(), 1U);
        QCOMPARE(shown.front().what.id, u"shell.read-only"_s);
        QVERIFY2(!shown.front().what.text.contains(number), qPrintable(shown.front().what.text));

        readOnly->set({}); // the server was updated

        QCOMPARE(words->text(), u"Online memory"_s);
        QVERIFY(m_shell->window.workplace()->notifications()->shown().empty());
    }

    void speaksAnotherLanguageAtOnce()
    {
        m_shell->language.choose(u"zh_CN"_s);

        QTRY_COMPARE(m_shell->find<shell::BarButton>("shell.desk")->text(), u"门诊医生站"_s);
        QTRY_VERIFY(m_shell->find<shell::BarButton>("shell.user")->text().startsWith(u"呼吸内科"_s));
        QCOMPARE(m_desk->locale().language(), QLocale::Chinese);
    }

    void countsDrafts()
    {
        const auto visit = Uuid::v7(*m_desk->context().clock, *m_desk->context().rng);

        m_desk->drafts()->record({visit, visit, u"note"_s, u"cough"_s});
        QCOMPARE(m_shell->find<QLabel>("shell.drafts")->text(), u"Drafts 1"_s);

        m_desk->drafts()->discard(visit);
        QCOMPARE(m_shell->find<QLabel>("shell.drafts")->text(), u"Drafts 0"_s);
    }

    void opensThePaletteFromAnEditorWithoutTouchingItsText()
    {
        QTextEdit editor(m_shell->window.workplace());
        editor.setPlainText(u"cough for 3 days"_s);
        editor.show();
        editor.setFocus();

        QTest::keyClick(&editor, Qt::Key_K, Qt::ControlModifier);

        QVERIFY(m_shell->find<QLineEdit>("palette.input")->hasFocus());
        QCOMPARE(editor.toPlainText(), u"cough for 3 days"_s);
    }

    void keepsAnErrorUntilItIsDismissed()
    {
        auto *message = m_shell->find<shell::MessageLine>("shell.message");

        m_desk->showError({ErrorKind::Unavailable, u"store.write"_s});
        QVERIFY(message->isVisible() && !message->text().isEmpty());

        QTest::keyClick(m_shell->window.workplace(), Qt::Key_Escape);
        QVERIFY(!message->isVisible());
    }

    void doesNotTakeTheFocusForAMessage()
    {
        auto *before = QApplication::focusWidget();

        m_desk->showDone(u"Saved."_s);

        QVERIFY(m_shell->find<shell::MessageLine>("shell.message")->isVisible());
        QCOMPARE(QApplication::focusWidget(), before);
    }

    /// A signed visit was told of above the tabs with the patient's images.
    void stepsAsideFromWhatIsPressed_data()
    {
        QTest::addColumn<int>("tabsAt");
        QTest::newRow("tabs at the right") << 500;
        QTest::newRow("tabs at the left") << 40;
        QTest::newRow("no tabs there") << -1;
    }
    void stepsAsideFromWhatIsPressed()
    {
        QFETCH(const int, tabsAt);
        auto *workplace = m_shell->window.workplace();
        m_shell->window.resize(1000, 700);
        QCoreApplication::processEvents();
        auto *message = m_shell->find<shell::MessageLine>("shell.message");
        const int top = m_shell->find<QWidget>("shell.banner")->geometry().bottom() + 1;
        QTabBar tabs(workplace);
        for (const auto &title : {u"Timeline"_s, u"Images"_s, u"Safety"_s})
            tabs.addTab(title);
        tabs.setGeometry(tabsAt, top, tabs.sizeHint().width() + 200,
                         30); // behind the last tab nothing is pressed
        tabs.setVisible(tabsAt >= 0);

        m_desk->showDone(u"Signed. Prescription P202611230001 is with the pharmacy."_s);

        QRect pressed = tabs.tabRect(0).united(tabs.tabRect(2)).translated(tabs.pos());
        if (tabsAt >= 0)
            QVERIFY(!message->geometry().intersects(pressed));
        else
            QVERIFY(std::abs(message->geometry().center().x() - workplace->rect().center().x()) <= 1);
        QVERIFY(workplace->rect().contains(message->geometry()));
    }

    /// Two lines of an error lay over the tabs below it; in a small window there is no stretch beside them.
    void liesOnNothingThatIsPressed_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("isMoved");
        QTest::newRow("narrower and higher beside the tabs") << QSize(1366, 768) << false;
        QTest::newRow("the page gives way") << QSize(800, 640) << true;
    }
    void liesOnNothingThatIsPressed()
    {
        QFETCH(const QSize, size);
        QFETCH(const bool, isMoved);
        auto *workplace = m_shell->window.workplace();
        m_shell->window.resize(size);
        auto *message = m_shell->find<shell::MessageLine>("shell.message");
        auto *page = workplace->findChild<QStackedWidget *>()->currentWidget();
        auto *tabs = new QTabBar(page);
        for (const auto &title : {u"Timeline"_s, u"Images"_s, u"Safety"_s, u"Results"_s})
            tabs->addTab(title);
        tabs->setGeometry(size.width() / 2, 0, size.width() / 2, 30);
        tabs->show();
        auto *below = new QPushButton(u"Template"_s, page); // where one line would still pass
        below->setGeometry(size.width() / 3, 40, 80, 24);
        below->show();
        QCoreApplication::processEvents();
        const int pageTop = page->mapTo(workplace, QPoint()).y();

        m_desk->showError(
            {ErrorKind::Unavailable, u"archive.refused"_s, QString(u"the archive says so. "_s).repeated(3)});
        QCoreApplication::processEvents();

        const auto placeOf = [workplace](const QWidget *widget) {
            return QRect(widget->mapTo(workplace, QPoint()), widget->size());
        };
        QVERIFY(message->isVisible() && workplace->rect().contains(message->geometry()));
        QVERIFY(message->height() >= message->heightForWidth(message->width()));
        QVERIFY(!message->geometry().intersects(placeOf(tabs)));
        QVERIFY(!message->geometry().intersects(placeOf(below)));
        QCOMPARE(page->mapTo(workplace, QPoint()).y() > pageTop, isMoved);
        if (qEnvironmentVariableIsSet("SIMIAO_GRABS"))
            m_shell->window.grab().save(qEnvironmentVariable("SIMIAO_GRABS")
                                        + u"/message-%1.png"_s.arg(size.width()));

        QTest::keyClick(workplace, Qt::Key_Escape);
        QCoreApplication::processEvents();
        QVERIFY(!message->isVisible());
        QCOMPARE(page->mapTo(workplace, QPoint()).y(), pageTop);
        delete tabs;
        delete below;
    }

    void whatIsTypedIntoIsNotCovered()
    {
        m_shell->window.resize(1000, 700);
        auto *message = m_shell->find<shell::MessageLine>("shell.message");
        auto *page = m_shell->window.workplace()->findChild<QStackedWidget *>()->currentWidget();
        QTextEdit field(page);
        field.setGeometry(0, 36, 1000, 80); // below the title of its panel
        field.show();
        QCoreApplication::processEvents();
        const auto placeOf = [&field](const QWidget *on) {
            return QRect(field.mapTo(on, QPoint()), field.size());
        };
        const auto *workplace = m_shell->window.workplace();
        const auto before = placeOf(workplace);

        m_desk->showDone(u"Saved."_s);
        QCoreApplication::processEvents();
        QVERIFY(message->isVisible() && !message->geometry().intersects(placeOf(workplace)));
        m_desk->showDone(QString(u"Signed and sent to the pharmacy. "_s).repeated(9));
        QCoreApplication::processEvents();
        QCOMPARE(placeOf(workplace), before); // it goes by itself

        m_desk->showError(
            {ErrorKind::Unavailable, u"archive.refused"_s, QString(u"it says so. "_s).repeated(6)});
        QCoreApplication::processEvents();
        QVERIFY(message->height() > 40);
        QVERIFY(!message->geometry().intersects(placeOf(workplace)));
    }

    void saysNothingOfWhatThePersonCancelled()
    {
        m_desk->showError({ErrorKind::Cancelled, u"core.cancelled"_s});

        QVERIFY(!m_shell->find<shell::MessageLine>("shell.message")->isVisible());
    }

    void showsAndForgetsThePatient()
    {
        auto *banner = m_shell->find<ui::PatientBanner>("shell.banner");
        sdk::BannerPatient person;
        person.patient.name = u"张伟"_s;
        person.patient.mrn = u"100238"_s;

        m_desk->showPatient(person);
        QCOMPARE(banner->patient().name, u"张伟"_s);

        m_desk->showPatient({});
        QVERIFY(banner->patient().name.isEmpty());
    }

    void listsPluginsAndGoesBack()
    {
        m_shell->actions.about()->trigger();
        auto *list = m_shell->find<QTreeView>("about.list");
        QVERIFY(list && list->isVisible());

        QTest::keyClick(list, Qt::Key_Escape);

        QTRY_VERIFY(!m_shell->find<QTreeView>("about.list"));
        QVERIFY(m_shell->find<QWidget>("missing.page")->isVisible());
    }

private:
    std::unique_ptr<test::ShellFixture> m_shell;
    shell::SessionDesk *m_desk = nullptr;
};

QTEST_MAIN(TestWorkplace)
#include "test_workplace.moc"
