<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>qob::Alerts</name>
    <message numerus="yes">
        <source>%n alert(s) cannot be read; the file is kept as %1</source>
        <translation>
            <numerusform>%n alert cannot be read; the file is kept as %1</numerusform>
            <numerusform>%n alerts cannot be read; the file is kept as %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::DrawingTools</name>
    <message numerus="yes">
        <source>%n pixel(s)</source>
        <translation>
            <numerusform>%n pixel</numerusform>
            <numerusform>%n pixels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::Drawings</name>
    <message numerus="yes">
        <source>%n drawing(s) cannot be read; the file is kept as %1</source>
        <translation>
            <numerusform>%n drawing cannot be read; the file is kept as %1</numerusform>
            <numerusform>%n drawings cannot be read; the file is kept as %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::FootprintPanel</name>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n tick</numerusform>
            <numerusform>%n ticks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::HeatMap</name>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n tick</numerusform>
            <numerusform>%n ticks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::LiveDialog</name>
    <message numerus="yes">
        <source>%n book(s)</source>
        <translation>
            <numerusform>%n book</numerusform>
            <numerusform>%n books</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::ProfilePanel</name>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n tick</numerusform>
            <numerusform>%n ticks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::ReplayBar</name>
    <message numerus="yes">
        <source>Rolling the history of %n more market(s)</source>
        <translation>
            <numerusform>Rolling the history of %n more market</numerusform>
            <numerusform>Rolling the history of %n more markets</numerusform>
        </translation>
    </message>
</context>
</TS>
