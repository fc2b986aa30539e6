<?php
// Installs WordPress as its own pages would, with an administrator and an author. Prints their application passwords.
$given = json_decode( stream_get_contents( STDIN ), true );
( new mysqli( null, 'root', '', null, null, $given['socket'] ) )->query( 'CREATE DATABASE wordpress CHARACTER SET utf8mb4' );

$_SERVER += array( 'HTTP_HOST' => 'localhost', 'SERVER_NAME' => 'localhost', 'REQUEST_URI' => '/', 'REQUEST_METHOD' => 'GET', 'SERVER_PROTOCOL' => 'HTTP/1.1' );
define( 'WP_INSTALLING', true );
require $argv[1] . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install( 'Trial', 'admin', 'admin@example.org', false, '', 'admin' );
wp_insert_user( array( 'user_login' => 'author', 'user_pass' => 'author', 'role' => 'author' ) );
$passwords = array();
foreach ( array( 'admin', 'author' ) as $name ) {
	$passwords[ $name ] = WP_Application_Passwords::create_new_application_password( get_user_by( 'login', $name )->ID, array( 'name' => 'trial' ) )[0];
}
echo wp_json_encode( $passwords );
