#include "shell/notice_text.h"
#include "shell/start_notices.h"
#include "support/patience.h"
#include "ui/widgets/link_button.h"

#include <QTest>

using namespace simiao;
using namespace Qt::StringLiterals;

class TestStartNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<QWidget>();
        m_page->resize(1366, 768);
        m_notices =
            new shell::StartNotices({{ErrorKind::Invalid, u"config.last-good"_s, u"config.toml:3:1"_s},
                                     {ErrorKind::Conflict, u"clock.behind"_s, u"2026-11-22 10:30:00"_s}},
                                    m_page.get());
        m_page->show();
    }

    void saysCauseAndPlaceOfEach()
    {
        QCOMPARE(shown().size(), 2);
        QVERIFY(shown().at(0)->text().contains(u"config.toml:3:1"_s));
        QVERIFY(shown().at(1)->text().contains(u"2026-11-22 10:30:00"_s));
        QVERIFY(shown().at(1)->notice().secondary.contains(u"clock.behind"_s));
    }

    void staysUntilEachIsDismissed()
    {
        dismiss(0);
        QTRY_COMPARE(shown().size(), 1);
        QVERIFY(shown().at(0)->text().contains(u"2026-11-22"_s));

        dismiss(0);
        QTRY_VERIFY(!m_notices->isVisible());
    }

    void staysInTheMiddleOfThePage()
    {
        m_page->resize(1920, 1080);
        QTRY_COMPARE(m_notices->geometry().center().x(), m_page->rect().center().x());
        m_page->resize(1024, 640);
        QTRY_VERIFY(m_page->rect().contains(m_notices->geometry()));
    }

private:
    QList<shell::NoticeText *> shown() const
    {
        auto all = m_notices->findChildren<shell::NoticeText *>(u"login.notice"_s);
        all.removeIf([](const shell::NoticeText *notice) { return notice->isHidden(); });
        return all;
    }

    void dismiss(int at) const
    {
        auto *link = shown().at(at)->findChild<ui::LinkButton *>();
        QVERIFY(link);
        QTest::keyClick(link, Qt::Key_Space);
    }

    std::unique_ptr<QWidget> m_page;
    shell::StartNotices *m_notices = nullptr;
};

QTEST_MAIN(TestStartNotices)
#include "test_start_notices.moc"
