// Workspaces as files: what is kept, given away, taken in, damaged.

#include "tests/ui/shell_fixture.h"
#include "ui/charts/drawing_tools.h"
#include "ui/panels/ladder/ladder.h"
#include "ui/shell/languages.h"
#include "ui/shell/status_line.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QTest>
#include <QTimer>

using namespace qob;

class WorkspaceFilesTest : public QObject {
    Q_OBJECT

private slots:

    void drawingsBelongToTheWorkspaceTheyWereMadeIn()
    {
        ShellFixture fixture;
        auto& drawings = fixture.models.drawings;
        drawings.add(levelWithAlert());
        fixture.window->openWorkspace(QStringLiteral("Analyst"));
        QVERIFY(drawings.seen().empty());
        fixture.window->openWorkspace(QStringLiteral("Scalping"));
        QCOMPARE(drawings.seen().size(), std::size_t(1));
        fixture.window->restoreDefaultWorkspace(); // of panels and their places
        QCOMPARE(drawings.seen().size(), std::size_t(1));
    }

    void aCopyOfAWorkspaceHasItsDrawingsAndTheOldOneTheirAlerts()
    {
        ShellFixture fixture;
        auto& drawings = fixture.models.drawings;
        auto const first = drawings.add(levelWithAlert());
        fixture.window->saveWorkspaceAs(QStringLiteral("Mine"));
        QCOMPARE(drawings.seen().size(), std::size_t(1));
        auto const copy = drawings.seen().front();
        QVERIFY(copy.id != first);
        QVERIFY(!copy.alert);
        QCOMPARE(fixture.models.alerts.rules().size(), std::size_t(1));
        drawings.remove(copy.id);
        QVERIFY(drawings.find(first) != nullptr);
        fixture.window->saveWorkspaceAs(QStringLiteral("Mine")); // under its own name: nothing to copy
        QVERIFY(drawings.seen().empty());
    }

    void anExportedWorkspaceTakesItsDrawingsAlong()
    {
        ShellFixture from;
        auto const path = from.folder.filePath("given.json");
        from.window->saveWorkspaceAs(QStringLiteral("Given"));
        auto const id = from.models.drawings.add(levelWithAlert());
        from.window->openWorkspace(QStringLiteral("Analyst"));
        from.models.drawings.add(levelWithAlert()); // another workspace's: not given away
        from.window->openWorkspace(QStringLiteral("Given"));
        QCOMPARE(from.window->exportWorkspace(path), QString());

        ShellFixture to;
        to.window->openWorkspace(QStringLiteral("Analyst"));
        to.window->importWorkspace(path);
        QCOMPARE(to.window->workspaceName(), QStringLiteral("Given"));
        QCOMPARE(to.models.drawings.seen().size(), std::size_t(1));
        QCOMPARE(to.models.drawings.seen().front().id, id);
        QCOMPARE(to.models.drawings.seen().front().text, QStringLiteral("yesterday's high"));
        QCOMPARE(to.models.alerts.rules().size(), std::size_t(1));
        to.window->importWorkspace(path); // once more: beside the first, whose alert is the one that rings
        QCOMPARE(to.window->workspaceName(), QStringLiteral("Given 2"));
        QCOMPARE(to.models.drawings.all().size(), std::size_t(2));
        QVERIFY(to.models.drawings.seen().front().id != id);
        QCOMPARE(to.models.alerts.rules().size(), std::size_t(1));
        QCOMPARE(to.models.alerts.rules().front().drawing->id, id);
    }

    void whatIsInEveryWorkspaceIsNotThereTwice()
    {
        ShellFixture fixture;
        auto& drawings = fixture.models.drawings;
        auto everywhere = *drawings.find(drawings.add(levelWithAlert()));
        everywhere.workspace.clear();
        drawings.change(everywhere);
        auto const path = fixture.folder.filePath("given.json");
        QCOMPARE(fixture.window->exportWorkspace(path), QString());
        fixture.window->importWorkspace(path);
        QCOMPARE(drawings.all().size(), std::size_t(1));
        QCOMPARE(fixture.window->workspaceName(), QStringLiteral("Scalping 2"));
    }

    void aFileThatCannotBeReadImportsNothing()
    {
        ShellFixture fixture;
        fixture.models.drawings.add(levelWithAlert());
        auto const path = fixture.folder.filePath("given.json");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"qobWorkspace":1,"name":"Scalping","drawings":[{"kind":"spiral"}]})");
        file.close();
        fixture.window->importWorkspace(path);
        QCOMPARE(fixture.models.drawings.seen().size(), std::size_t(1));
        QVERIFY(fixture.window->panel<Ladder>() != nullptr);
    }

    void aDamagedFileIsSetAsideAndSaid()
    {
        ShellFixture fixture;
        QDir().mkpath(fixture.folder.filePath("workspaces"));
        QFile file(fixture.folder.filePath("workspaces/Mine.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ this is no workspace");
        file.close();
        auto const before = fixture.ids();
        fixture.window->openWorkspace(QStringLiteral("Mine"));
        QCOMPARE(fixture.ids(), before);
        QVERIFY(!QFile::exists(file.fileName()));
        QVERIFY(QFile::exists(file.fileName() + QStringLiteral(".damaged")));
        QVERIFY(fixture.window->findChild<StatusLine*>()->message().contains(QStringLiteral("Mine")));
        QVERIFY(fixture.models.notices.rowCount() > 0);
    }

    void damagedSettingsAreTheDefaultOnes()
    {
        const QTemporaryDir folder;
        auto const path = folder.filePath("settings.json");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[1, 2");
        file.close();
        QCOMPARE(Settings::scaleOf(path), 100); // it is read before anybody can be told of the damage
        QVERIFY(QFile::exists(path));
        Settings settings(path);
        QVERIFY(settings.takeProblem().contains(QStringLiteral(".damaged")));
        QVERIFY(settings.takeProblem().isEmpty());
        QCOMPARE(settings.theme(), QStringLiteral("dark"));
        settings.setTheme(QStringLiteral("light"));
        QCOMPARE(Settings(path).theme(), QStringLiteral("light"));
        settings.setScalePercent(150);
        QCOMPARE(Settings::scaleOf(path), 150);
    }

    void anImportReplacesNothing()
    {
        ShellFixture fixture;
        auto& window = *fixture.window;
        auto& drawings = fixture.models.drawings;
        window.saveWorkspaceAs(QStringLiteral("Mine"));
        auto const path = fixture.folder.filePath("given.json");
        QCOMPARE(window.exportWorkspace(path), QString());
        fixture.dock("tape-1")->close();
        auto const own = drawings.add(levelWithAlert());
        window.importWorkspace(path);
        QCOMPARE(window.workspaceName(), QStringLiteral("Mine 2"));
        QVERIFY(fixture.ids().contains(QStringLiteral("tape-1")));
        QVERIFY(drawings.seen().empty());
        window.importWorkspace(path);
        QCOMPARE(window.workspaceName(), QStringLiteral("Mine 3"));
        window.openWorkspace(QStringLiteral("Mine"));
        QVERIFY(!fixture.ids().contains(QStringLiteral("tape-1")));
        QCOMPARE(drawings.seen().front().id, own);
        QCOMPARE(
            fixture.workspaces.freeName(QStringLiteral("Mine 2"), [](auto const&) { return false; }),
            QStringLiteral("Mine 4")
        );
        QCOMPARE(
            fixture.workspaces.freeName(QStringLiteral("Desk 7"), [](auto const&) { return false; }),
            QStringLiteral("Desk 7")
        );
    }

    // Its file was lost; its drawings are not the import's to erase.
    void anImportLeavesTheDrawingsOfALostWorkspace()
    {
        ShellFixture fixture;
        fixture.window->saveWorkspaceAs(QStringLiteral("Mine"));
        auto const path = fixture.folder.filePath("given.json");
        QCOMPARE(fixture.window->exportWorkspace(path), QString());
        auto const own = fixture.models.drawings.add(levelWithAlert());
        fixture.window->openWorkspace(QStringLiteral("Scalping"));
        fixture.workspaces.remove(QStringLiteral("Mine"));
        fixture.window->importWorkspace(path);
        QVERIFY(fixture.models.drawings.find(own) != nullptr);
    }

    void aFileNamedAtTheStartIsImportedOnce()
    {
        ShellFixture from;
        auto const path = from.folder.filePath("given.json");
        QCOMPARE(from.window->exportWorkspace(path), QString()); // as Scalping
        ShellFixture to;
        to.window->openWorkspaceFile(path);
        QCOMPARE(to.window->workspaceName(), QStringLiteral("Scalping 2"));
        to.dock("tape-1")->close();
        for (int start = 0; start < 2; ++start) {
            to.window->close();
            to.open();
            to.window->openWorkspaceFile(path);
            QCOMPARE(to.window->workspaceName(), QStringLiteral("Scalping 2"));
            QVERIFY(!to.ids().contains(QStringLiteral("tape-1")));
        }
        // Another file of a name that the user has: his own.
        from.window->saveWorkspaceAs(QStringLiteral("Mine"));
        auto const other = from.folder.filePath("other.json");
        QCOMPARE(from.window->exportWorkspace(other), QString());
        to.window->saveWorkspaceAs(QStringLiteral("Mine"));
        to.window->openWorkspaceFile(other);
        QCOMPARE(to.window->workspaceName(), QStringLiteral("Mine"));
        QVERIFY(!to.ids().contains(QStringLiteral("tape-1")));
        QVERIFY(to.window->findChild<StatusLine*>()->message().contains(QStringLiteral("Mine")));
    }

    void aDamagedWorkspaceAtTheStartCostsNoOther()
    {
        ShellFixture fixture;
        fixture.dock("tape-1")->close(); // of the user's own Scalping
        fixture.window->saveWorkspaceAs(QStringLiteral("Mine"));
        fixture.window->openWorkspace(QStringLiteral("Scalping"));
        fixture.dock("depth-1")->close();
        fixture.window->openWorkspace(QStringLiteral("Mine"));
        fixture.window->close();
        QFile file(fixture.folder.filePath("workspaces/Mine.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ this is no workspace");
        file.close();
        fixture.open();
        QCOMPARE(fixture.window->workspaceName(), QStringLiteral("Scalping"));
        QVERIFY(!fixture.ids().contains(QStringLiteral("depth-1")));
        fixture.window->close();
        fixture.open();
        QVERIFY(!fixture.ids().contains(QStringLiteral("depth-1")));
    }

    void aNameThatIsTakenIsAskedAbout()
    {
        ShellFixture fixture;
        fixture.window->saveWorkspaceAs(QStringLiteral("Mine"));
        fixture.dock("tape-1")->close();
        auto const saveAs = [&](QString const& typed, Qt::Key answer) {
            bool asked = false;
            QTimer::singleShot(0, fixture.window.get(), [&] {
                auto* dialog = QApplication::activeModalWidget();
                if (!typed.isEmpty()) {
                    dialog->findChild<QLineEdit*>()->setText(typed);
                }
                QTimer::singleShot(0, fixture.window.get(), [&] {
                    auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
                    asked = box != nullptr;
                    if (asked) {
                        QTest::keyClick(box, answer);
                    }
                });
                QTest::keyClick(dialog->findChild<QLineEdit*>(), Qt::Key_Return);
            });
            fixture.window->findChild<QAction*>(QStringLiteral("workspace.saveAs"))->trigger();
            QCoreApplication::processEvents();
            return asked;
        };
        fixture.window->openWorkspace(QStringLiteral("Scalping"));
        QVERIFY(saveAs(QStringLiteral("Mine"), Qt::Key_Return)); // the default: no
        QCOMPARE(fixture.window->workspaceName(), QStringLiteral("Scalping"));
        QVERIFY(!saveAs(QString(), Qt::Key_Return)); // unchanged: the present name
        QCOMPARE(fixture.window->workspaceName(), QStringLiteral("Scalping"));
        QVERIFY(!saveAs(QStringLiteral("Another"), Qt::Key_Return));
        QCOMPARE(fixture.window->workspaceName(), QStringLiteral("Another"));
        QVERIFY(saveAs(QStringLiteral("Mine"), Qt::Key_Y));
        QCOMPARE(fixture.window->workspaceName(), QStringLiteral("Mine"));
    }

    // In another language its title is another than its name.
    void theTitleOfAShippedWorkspaceIsItsName()
    {
        Translation german;
        german.take(QStringLiteral("de"));
        {
            ShellFixture fixture;
            fixture.window->openWorkspace(QStringLiteral("Portfolio"));
            fixture.window->openWorkspace(QStringLiteral("Order flow"));
            QTimer::singleShot(0, fixture.window.get(), [] {
                auto* text = QApplication::activeModalWidget()->findChild<QLineEdit*>();
                QVERIFY(text->text() != QStringLiteral("Order flow"));
                QTest::keyClick(text, Qt::Key_Return);
            });
            fixture.window->findChild<QAction*>(QStringLiteral("workspace.saveAs"))->trigger();
            QCOMPARE(fixture.window->workspaceName(), QStringLiteral("Order flow"));
        }
        german.take(QStringLiteral("en"));
    }

    void aNoteStaysInTheWorkspaceItIsTypedIn()
    {
        ShellFixture fixture;
        auto& drawings = fixture.models.drawings;
        auto const undo = drawings.add(levelWithAlert());
        auto* tools = fixture.window->findChild<DrawingTools*>();
        Drawing note = levelWithAlert();
        note.kind = DrawingKind::Note;
        note.alert = false;
        note.text.clear();
        tools->editText(note);
        auto* line = fixture.window->findChild<QLineEdit*>(QStringLiteral("drawingText"));
        QTest::keyClicks(line, QStringLiteral("gap"));
        QTest::keyClick(line, Qt::Key_2, Qt::ControlModifier);
        QCoreApplication::processEvents();
        QCOMPARE(fixture.window->workspaceName(), QStringLiteral("Order flow"));
        QVERIFY(drawings.seen().empty());
        fixture.window->openWorkspace(QStringLiteral("Scalping"));
        QCOMPARE(drawings.seen().size(), std::size_t(2));
        QCOMPARE(drawings.seen().back().text, QStringLiteral("gap"));
        // The window made anew on the same workspace, as for another theme: what was done can be undone.
        drawings.remove(undo);
        fixture.open();
        QVERIFY(drawings.canUndo());
        drawings.undo();
        QVERIFY(drawings.find(undo) != nullptr);
    }
};

QTEST_MAIN(WorkspaceFilesTest)
#include "workspace_files_test.moc"
