// bench_pages search [PATIENTS [FOLDER]] | record [VISITS]
// From a key to the screen, through the real page, the real store and the painter: JSON lines as bench_store prints them.

#include "bench/bench_clinic.h"
#include "bench/measure.h"
#include "bench/town.h"
#include "records/views/records_page.h"
#include "registration/views/registration_page.h"
#include "sdk/patient_search.h"
#include "shell/themes.h"
#include "support/fake_desk.h"
#include "ui/theme/apply_theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QTest>
#include <QTreeView>

using namespace simiao;
using namespace simiao::bench;
using namespace Qt::StringLiterals;

namespace {

static_assert(kShownAtFirst == sdk::PatientSearch::kFirst + 1, "bench_store asks for what the finder does");

/// A desk whose patients are in this store.
class StoreDesk : public test::FakeDesk
{
public:
    explicit StoreDesk(std::shared_ptr<workflow::Store> store)
        : m_store(std::move(store))
    {
    }

    workflow::Context context() const override
    {
        auto context = FakeDesk::context();
        context.store = m_store;
        return context;
    }

private:
    std::shared_ptr<workflow::Store> m_store;
};

/// Waits for a widget to be painted after something else was so.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget *widget) { widget->installEventFilter(this); }

    void begin() { m_isDue = m_isPainted = false; }
    /// What is awaited is there; the next painting shows it.
    void due() { m_isDue = true; }
    bool isPainted() const { return m_isPainted; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_isPainted = m_isPainted || (m_isDue && event->type() == QEvent::Paint);
        return false;
    }

private:
    bool m_isDue = false;
    bool m_isPainted = false;
};

/// The painting of a window is one event: when its part was painted and the loop comes back, the whole is.
void untilPainted(const PaintWatch &watch)
{
    while (!watch.isPainted())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void show(QWidget &page)
{
    page.resize(1366, 700);
    page.show();
    page.setFocus();
    if (!QTest::qWaitForWindowActive(&page))
        qFatal("the page is not shown");
}

/// The last character of `text` is the key whose answer is waited for.
void type(QLineEdit *field, const QString &text)
{
    const QString before = text.chopped(1);
    if (field->text() != before) {
        field->setText(before);
        while (field->window()->findChild<sdk::PatientSearch *>()->isRunning())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::processEvents();
    }
}

void press(QWidget *widget, const QString &character)
{
    QKeyEvent event(QEvent::KeyPress, 0, Qt::NoModifier, character);
    QCoreApplication::sendEvent(widget, &event);
}

void benchSearch(int patients, const QString &kept)
{
    constexpr int kTimes = 300;
    const Place place(kept);
    settle(place, patients);
    StoreDesk desk(place.backend.store);
    registration::RegistrationPage page(&desk);
    show(page);
    auto *field = page.findChild<QLineEdit *>(u"registration.find"_s);
    const auto *search = page.findChild<sdk::PatientSearch *>();
    PaintWatch watch(page.findChild<QListView *>(u"registration.results"_s)->viewport());
    QObject::connect(search, &sdk::PatientSearch::answered, &watch, &PaintWatch::due);
    Timing all;
    for (const auto &[kind, typed] : kindsOfSearch()) {
        Timing timing;
        for (int i = 0; i < kTimes; ++i) {
            const QString text = typed(i);
            type(field, text);
            watch.begin();
            timing.add([&] {
                press(field, text.last(1));
                untilPainted(watch);
            });
        }
        auto figures = figuresOf(timing);
        figures.insert({u"kind"_s, kind});
        report(u"search-painted"_s, figures);
        all.us.insert(all.us.end(), timing.us.begin(), timing.us.end());
    }
    report(u"search-painted-all"_s, figuresOf(all));
}

void benchRecord(int visits)
{
    const Place place;
    test::BenchClinic clinic(place.backend.store, 1);
    clinic.giveHistory(visits);
    StoreDesk desk(place.backend.store);
    Timing timing;
    for (int i = 0; i < 15; ++i) {
        records::RecordsPage page(&desk);
        show(page);
        auto *people = page.findChild<QListView *>(u"records.people"_s);
        auto *history = page.findChild<QTreeView *>(u"records.history"_s);
        auto *field = page.findChild<QLineEdit *>(u"records.field"_s);
        type(field, u"zw "_s);
        PaintWatch watch(history->viewport());
        QObject::connect(history->model(), &QAbstractItemModel::rowsInserted, &watch, [&] {
            if (history->model()->rowCount() > 0)
                watch.due();
        });
        people->setCurrentIndex(people->model()->index(0, 0));
        watch.begin();
        timing.add([&] {
            Q_EMIT people->activated(people->currentIndex());
            untilPainted(watch);
        });
    }
    auto figures = figuresOf(timing);
    figures.insert({u"visits"_s, visits});
    report(u"open-record-painted"_s, figures);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::applyTheme(application, shell::loadTheme(qEnvironmentVariable("SIMIAO_RESOURCES"), u"light"_s));
    const auto words = QCoreApplication::arguments();
    const int size = words.value(2).toInt();
    if (words.value(1) == "search"_L1)
        benchSearch(size > 0 ? size : 1'000'000, words.value(3));
    else if (words.value(1) == "record"_L1)
        benchRecord(size > 0 ? size : 2000);
    else
        return 1;
    return 0;
}
